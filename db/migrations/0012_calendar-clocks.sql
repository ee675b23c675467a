-- Calendars that are connected already begin their clocks at once.
INSERT INTO "calendar_clocks" ("calendar_id", "next_run_at", "last_run_at") SELECT "id", now(), "last_run_at" FROM "calendars";
--> statement-breakpoint
ALTER TABLE "calendars" DROP COLUMN "last_run_at";