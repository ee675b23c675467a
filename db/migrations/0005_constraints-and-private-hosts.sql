ALTER TABLE "calendars" ADD COLUMN "may_be_private" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
-- Until now a terminal was the only place to connect a calendar from.
UPDATE "calendars" SET "may_be_private" = true;
--> statement-breakpoint
-- The key could not have been there for points whose venue has gone since.
DELETE FROM "service_points" WHERE "location_id" NOT IN (SELECT "id" FROM "locations");
--> statement-breakpoint
ALTER TABLE "service_points" ADD CONSTRAINT "service_points_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "service_points_location" ON "service_points" USING btree ("location_id");
--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_actor_kind" CHECK ("changes"."actor_kind" in ('visitor', 'person', 'api-client', 'job'));
--> statement-breakpoint
ALTER TABLE "standing_items" ADD CONSTRAINT "standing_items_purpose" CHECK ("standing_items"."purpose" is null or "standing_items"."purpose" in ('decide', 'note', 'comment', 'endorse'));
--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_purpose" CHECK ("agenda_items"."purpose" is null or "agenda_items"."purpose" in ('decide', 'note', 'comment', 'endorse'));
--> statement-breakpoint
ALTER TABLE "forward_plan_entries" ADD CONSTRAINT "forward_plan_purpose" CHECK ("forward_plan_entries"."purpose" is null or "forward_plan_entries"."purpose" in ('decide', 'note', 'comment', 'endorse'));
--> statement-breakpoint
-- An unlimited role has no scope, and two NULLs were two scopes: of what was granted twice the first stays.
UPDATE "role_grants" later SET "ended_at" = greatest(now(), later."granted_at")
WHERE later."ended_at" IS NULL AND later."scope_id" IS NULL AND EXISTS (
  SELECT FROM "role_grants" first
  WHERE first."person_id" = later."person_id" AND first."role" = later."role" AND first."scope_id" IS NULL
    AND first."ended_at" IS NULL AND (first."granted_at", first."id") < (later."granted_at", later."id"));
--> statement-breakpoint
DROP INDEX "role_grants_current";
--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_current" ON "role_grants" USING btree ("person_id","role","scope_id") NULLS NOT DISTINCT WHERE "role_grants"."ended_at" is null;
