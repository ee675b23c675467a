CREATE TABLE "group_followers" (
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text DEFAULT 'news' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_followers_group_id_person_id_pk" PRIMARY KEY("group_id","person_id"),
	CONSTRAINT "group_followers_kind" CHECK ("group_followers"."kind" in ('news', 'invitations'))
);
--> statement-breakpoint
CREATE TABLE "meeting_attendances" (
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"way" text NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"stamped_at" timestamp with time zone NOT NULL,
	CONSTRAINT "meeting_attendances_meeting_id_person_id_pk" PRIMARY KEY("meeting_id","person_id"),
	CONSTRAINT "meeting_attendances_answer" CHECK ("meeting_attendances"."answer" in ('accepted', 'tentative', 'declined')),
	CONSTRAINT "meeting_attendances_way" CHECK ("meeting_attendances"."way" in ('page', 'mail'))
);
--> statement-breakpoint
CREATE TABLE "meeting_invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"secret" text NOT NULL,
	"sequence" integer NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "meeting_occurrences" (
	"occurrence_id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "personal_feeds" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"sealed_secret" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"last_asked_on" text,
	CONSTRAINT "personal_feeds_secret_hash_unique" UNIQUE("secret_hash"),
	CONSTRAINT "personal_feeds_asked" CHECK ("personal_feeds"."last_asked_on" is null or "personal_feeds"."last_asked_on" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
);
--> statement-breakpoint
CREATE TABLE "calendar_clocks" (
	"calendar_id" uuid PRIMARY KEY NOT NULL,
	"next_run_at" timestamp with time zone NOT NULL,
	"lease_id" uuid,
	"leased_until" timestamp with time zone,
	"last_run_at" timestamp with time zone,
	"last_outcome" text,
	"failures" integer DEFAULT 0 NOT NULL,
	"failure_kind" text,
	"quiet_runs" integer DEFAULT 0 NOT NULL,
	"told_at" timestamp with time zone,
	CONSTRAINT "calendar_clocks_lease" CHECK (("calendar_clocks"."lease_id" is null) = ("calendar_clocks"."leased_until" is null)),
	CONSTRAINT "calendar_clocks_outcome" CHECK ("calendar_clocks"."last_outcome" is null or "calendar_clocks"."last_outcome" in ('changed', 'unchanged', 'held', 'failed')),
	CONSTRAINT "calendar_clocks_failure" CHECK ("calendar_clocks"."failure_kind" is null or "calendar_clocks"."failure_kind" in ('unreachable', 'busy', 'refused', 'gone', 'not-a-calendar', 'forbidden', 'secret'))
);
--> statement-breakpoint
CREATE TABLE "calendar_holds" (
	"calendar_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"content_hash" text NOT NULL,
	"vanishing" integer NOT NULL,
	"of_to_come" integer NOT NULL,
	"held_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"confirmed_by_id" uuid,
	CONSTRAINT "calendar_holds_reason" CHECK ("calendar_holds"."reason" in ('emptied', 'halved'))
);
--> statement-breakpoint
CREATE TABLE "calendar_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"calendar_id" uuid NOT NULL,
	"trigger" text NOT NULL,
	"outcome" text NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"withdrawn" integer DEFAULT 0 NOT NULL,
	"notices" integer DEFAULT 0 NOT NULL,
	"left_out" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"problem" text,
	CONSTRAINT "calendar_runs_trigger" CHECK ("calendar_runs"."trigger" in ('clock', 'person', 'connect')),
	CONSTRAINT "calendar_runs_outcome" CHECK ("calendar_runs"."outcome" in ('changed', 'unchanged', 'held', 'failed')),
	CONSTRAINT "calendar_runs_problem" CHECK (("calendar_runs"."outcome" = 'failed') = ("calendar_runs"."problem" is not null))
);
--> statement-breakpoint
CREATE TABLE "calendar_texts" (
	"calendar_id" uuid NOT NULL,
	"href" text DEFAULT '' NOT NULL,
	"etag" text,
	"body" "bytea" NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_texts_calendar_id_href_pk" PRIMARY KEY("calendar_id","href")
);
--> statement-breakpoint
CREATE TABLE "calendar_venues" (
	"calendar_id" uuid NOT NULL,
	"words" text NOT NULL,
	"location_id" uuid,
	"is_online" boolean DEFAULT false NOT NULL,
	"decided_by_id" uuid,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_venues_calendar_id_words_pk" PRIMARY KEY("calendar_id","words")
);
--> statement-breakpoint
ALTER TABLE "calendars" DROP CONSTRAINT "calendars_kind";--> statement-breakpoint
DROP INDEX "calendars_source";--> statement-breakpoint
ALTER TABLE "calendar_groups" ADD COLUMN "match_by" text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_groups" ADD COLUMN "pattern" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "source_key" text;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "source_shown" text;--> statement-breakpoint
-- Addresses that are there already are sealed by the first run that reads them; what is shown of them hides the rest at once.
UPDATE "calendars" SET
  "source_key" = encode(sha256(convert_to("kind" || ' ' || "source" || ' ', 'UTF8')), 'hex'),
  "source_shown" = case when "kind" = 'address' then coalesce(substring("source" from '^[A-Za-z]+://(?:[^/?#@]*@)?([^/?#]+)'), 'Calendar') else "source" end;--> statement-breakpoint
ALTER TABLE "calendars" ALTER COLUMN "source_key" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "calendars" ALTER COLUMN "source_shown" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "account" text;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "sealed_password" text;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "sync_token" text;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "connected_by_id" uuid;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "disconnected_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "series" jsonb;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "latitude" double precision;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "longitude" double precision;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "is_held" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "same_as_id" uuid;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "feed_sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "feed_changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "feed_text" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "feed_key" text;--> statement-breakpoint
ALTER TABLE "occurrences" ADD COLUMN "is_detached" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "occurrences" ADD COLUMN "moved_from" text;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "moved_from" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "called_off_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "group_followers" ADD CONSTRAINT "group_followers_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_followers" ADD CONSTRAINT "group_followers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendances" ADD CONSTRAINT "meeting_attendances_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendances" ADD CONSTRAINT "meeting_attendances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_invitations" ADD CONSTRAINT "meeting_invitations_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_invitations" ADD CONSTRAINT "meeting_invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_occurrences" ADD CONSTRAINT "meeting_occurrences_occurrence_id_occurrences_id_fk" FOREIGN KEY ("occurrence_id") REFERENCES "public"."occurrences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_occurrences" ADD CONSTRAINT "meeting_occurrences_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_feeds" ADD CONSTRAINT "personal_feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_clocks" ADD CONSTRAINT "calendar_clocks_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_holds" ADD CONSTRAINT "calendar_holds_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_holds" ADD CONSTRAINT "calendar_holds_confirmed_by_id_people_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_runs" ADD CONSTRAINT "calendar_runs_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_texts" ADD CONSTRAINT "calendar_texts_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_venues" ADD CONSTRAINT "calendar_venues_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_venues" ADD CONSTRAINT "calendar_venues_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_venues" ADD CONSTRAINT "calendar_venues_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "group_followers_person" ON "group_followers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "meeting_attendances_person" ON "meeting_attendances" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_invitations_person" ON "meeting_invitations" USING btree ("meeting_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_invitations_secret" ON "meeting_invitations" USING btree ("secret");--> statement-breakpoint
CREATE INDEX "meeting_invitations_of_person" ON "meeting_invitations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "meeting_occurrences_meeting" ON "meeting_occurrences" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "calendar_clocks_due" ON "calendar_clocks" USING btree ("next_run_at");--> statement-breakpoint
CREATE INDEX "calendar_runs_calendar" ON "calendar_runs" USING btree ("calendar_id","began_at");--> statement-breakpoint
ALTER TABLE "calendars" ADD CONSTRAINT "calendars_connected_by_id_people_id_fk" FOREIGN KEY ("connected_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_same_as_id_events_id_fk" FOREIGN KEY ("same_as_id") REFERENCES "public"."events"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendars_organisation" ON "calendars" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "events_same_as" ON "events" USING btree ("same_as_id") WHERE "events"."same_as_id" is not null;--> statement-breakpoint
CREATE INDEX "events_uid" ON "events" USING btree ("uid");--> statement-breakpoint
CREATE INDEX "calendars_source" ON "calendars" USING btree ("source_key");--> statement-breakpoint
ALTER TABLE "calendar_groups" ADD CONSTRAINT "calendar_groups_match" CHECK ("calendar_groups"."match_by" in ('all', 'category', 'title'));--> statement-breakpoint
ALTER TABLE "calendar_groups" ADD CONSTRAINT "calendar_groups_pattern" CHECK (("calendar_groups"."match_by" = 'all') = (btrim("calendar_groups"."pattern") = ''));--> statement-breakpoint
ALTER TABLE "calendars" ADD CONSTRAINT "calendars_password" CHECK ("calendars"."sealed_password" is null or "calendars"."account" is not null);--> statement-breakpoint
ALTER TABLE "calendars" ADD CONSTRAINT "calendars_kind" CHECK ("calendars"."kind" in ('address', 'caldav', 'upload', 'file'));--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_position" CHECK (num_nulls("events"."latitude", "events"."longitude") in (0, 2));