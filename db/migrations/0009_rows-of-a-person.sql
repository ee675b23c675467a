CREATE INDEX "changes_person" ON "changes" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "role_grants_person" ON "role_grants" USING btree ("person_id");