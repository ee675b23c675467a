CREATE TABLE "meeting_series_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"series_id" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"rises" boolean NOT NULL
);
--> statement-breakpoint
CREATE INDEX "meeting_series_changes_series" ON "meeting_series_changes" USING btree ("series_id");--> statement-breakpoint
-- Rows are added and none is locked: those who change meetings have locks of their own, and would wait in circles.
CREATE OR REPLACE FUNCTION forget_meeting_series(ids uuid[], stamp timestamptz, rises boolean) RETURNS void LANGUAGE sql AS $$
  INSERT INTO meeting_series_changes (series_id, changed_at, rises)
    SELECT s.id, stamp, rises FROM meeting_series s WHERE s.id = ANY (ids);
$$;
