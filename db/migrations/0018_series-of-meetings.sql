CREATE TABLE "meeting_series" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_ids" uuid[] NOT NULL,
	"feed_sequence" integer DEFAULT 0 NOT NULL,
	"feed_changed_at" timestamp with time zone NOT NULL,
	"feed_text" text,
	"feed_key" text
);
--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "series_id" uuid;--> statement-breakpoint
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_id_events_id_fk" FOREIGN KEY ("id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meeting_series_groups" ON "meeting_series" USING gin ("group_ids");--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_series_id_meeting_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."meeting_series"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meetings_series" ON "meetings" USING btree ("series_id") WHERE "meetings"."series_id" is not null;--> statement-breakpoint
-- Joined into feeds hundreds of kilobytes at a time: to unpack them would take longer than to read them.
ALTER TABLE "meeting_series" ALTER COLUMN "feed_text" SET STORAGE EXTERNAL;
--> statement-breakpoint
-- The VEVENTs of a series of meetings are forgotten whenever something that they show changes, whoever changes it.
-- SEQUENCE rises with it, once for each version that somebody may have seen. Rows in one order: nobody waits in a circle.
CREATE FUNCTION forget_meeting_series(ids uuid[], stamp timestamptz, rises boolean) RETURNS void LANGUAGE sql AS $$
  WITH found AS (SELECT id FROM meeting_series WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE)
  UPDATE meeting_series s SET
    feed_sequence = feed_sequence + CASE WHEN rises AND (feed_text IS NOT NULL OR feed_changed_at <> stamp) THEN 1 ELSE 0 END,
    feed_changed_at = CASE WHEN rises THEN greatest(feed_changed_at, stamp) ELSE feed_changed_at END,
    feed_text = NULL, feed_key = NULL
  FROM found WHERE s.id = found.id;
$$;
--> statement-breakpoint
-- A meeting that turns private, follows another happening or starts on another's rise is no date of its series.
CREATE OR REPLACE FUNCTION forget_feed_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.series_id IS NOT NULL AND (NOT NEW.is_public OR NEW.on_rise_of_id IS NOT NULL
    OR NEW.series_id = OLD.series_id AND NEW.occurrence_id IS DISTINCT FROM OLD.occurrence_id)
  THEN
    NEW.series_id := NULL;
  END IF;
  IF (NEW.title, NEW.status, NEW.held_on, NEW.starts_at, NEW.ends_at, NEW.on_rise_of_id, NEW.location, NEW.online_url,
      NEW.agenda_state = 'published', NEW.is_public, NEW.sequence)
    IS DISTINCT FROM (OLD.title, OLD.status, OLD.held_on, OLD.starts_at, OLD.ends_at, OLD.on_rise_of_id, OLD.location,
      OLD.online_url, OLD.agenda_state = 'published', OLD.is_public, OLD.sequence)
  THEN
    NEW.feed_text := NULL;
    NEW.feed_key := NULL;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- A further date of a series is no change of it: those are listed every day.
CREATE FUNCTION forget_series_of_changed_meetings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_meeting_series(array_agg(DISTINCT c.id), max(c.updated_at), bool_or(NOT c.is_new))
    FROM (SELECT unnest(ARRAY[o.series_id, n.series_id]) AS id, n.updated_at,
        o.series_id IS NULL AND n.created_at = n.updated_at AS is_new
      FROM new_meetings n JOIN old_meetings o ON o.id = n.id
      WHERE (o.series_id IS NOT NULL OR n.series_id IS NOT NULL)
        AND (n.series_id IS DISTINCT FROM o.series_id OR o.feed_text IS NOT NULL AND n.feed_text IS NULL
          OR (n.title, n.status, n.held_on, n.starts_at, n.ends_at, n.location, n.online_url,
              n.agenda_state = 'published', n.sequence)
            IS DISTINCT FROM (o.title, o.status, o.held_on, o.starts_at, o.ends_at, o.location, o.online_url,
              o.agenda_state = 'published', o.sequence))) c
    WHERE c.id IS NOT NULL HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER meetings_forget_series AFTER UPDATE ON meetings REFERENCING OLD TABLE AS old_meetings NEW TABLE AS new_meetings
  FOR EACH STATEMENT EXECUTE FUNCTION forget_series_of_changed_meetings();
--> statement-breakpoint
CREATE FUNCTION forget_series_of_lost_meetings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_meeting_series(array_agg(DISTINCT series_id), max(updated_at), true)
    FROM old_meetings WHERE series_id IS NOT NULL HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER meetings_forget_series_of_lost AFTER DELETE ON meetings REFERENCING OLD TABLE AS old_meetings
  FOR EACH STATEMENT EXECUTE FUNCTION forget_series_of_lost_meetings();
--> statement-breakpoint
-- With other bodies than its series it goes out by itself, until a reading says otherwise.
CREATE OR REPLACE FUNCTION forget_feed_text_of_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE meetings SET feed_text = NULL, feed_key = NULL, series_id = NULL
    WHERE (feed_text IS NOT NULL OR series_id IS NOT NULL) AND id IN (NEW.meeting_id, OLD.meeting_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION forget_feed_texts_of_new_bodies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE meetings m SET feed_text = NULL, feed_key = NULL, series_id = NULL
    FROM new_bodies n WHERE m.id = n.meeting_id AND (m.feed_text IS NOT NULL OR m.series_id IS NOT NULL);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A group's name and address stand in the series of its meetings.
CREATE FUNCTION forget_series_of_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_meeting_series(array_agg(id), NEW.updated_at, true)
    FROM meeting_series WHERE group_ids @> ARRAY[NEW.id] HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER groups_forget_series AFTER UPDATE OF name, slug ON groups FOR EACH ROW EXECUTE FUNCTION forget_series_of_group();
--> statement-breakpoint
-- Which dates the event has, and how far they are known, decides which of those that its rule yields are taken out.
CREATE FUNCTION forget_series_of_dates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    PERFORM forget_meeting_series(array_agg(DISTINCT n.event_id), max(n.updated_at), true)
      FROM new_dates n JOIN old_dates o ON o.id = n.id JOIN meeting_series s ON s.id IN (n.event_id, o.event_id)
      WHERE (n.event_id, n.recurrence_id, n.is_detached, n.status = 'withdrawn')
        IS DISTINCT FROM (o.event_id, o.recurrence_id, o.is_detached, o.status = 'withdrawn')
      HAVING count(*) > 0;
  ELSIF TG_OP = 'INSERT' THEN
    PERFORM forget_meeting_series(array_agg(DISTINCT n.event_id), max(n.updated_at),
        bool_or(n.is_detached OR n.status <> 'confirmed'))
      FROM new_dates n JOIN meeting_series s ON s.id = n.event_id HAVING count(*) > 0;
  ELSE
    PERFORM forget_meeting_series(array_agg(DISTINCT o.event_id), max(o.updated_at), true)
      FROM old_dates o JOIN meeting_series s ON s.id = o.event_id HAVING count(*) > 0;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER occurrences_forget_series_changed AFTER UPDATE ON occurrences
  REFERENCING OLD TABLE AS old_dates NEW TABLE AS new_dates FOR EACH STATEMENT EXECUTE FUNCTION forget_series_of_dates();
--> statement-breakpoint
CREATE TRIGGER occurrences_forget_series_new AFTER INSERT ON occurrences REFERENCING NEW TABLE AS new_dates
  FOR EACH STATEMENT EXECUTE FUNCTION forget_series_of_dates();
--> statement-breakpoint
CREATE TRIGGER occurrences_forget_series_lost AFTER DELETE ON occurrences REFERENCING OLD TABLE AS old_dates
  FOR EACH STATEMENT EXECUTE FUNCTION forget_series_of_dates();
--> statement-breakpoint
CREATE FUNCTION forget_series_of_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_meeting_series(ARRAY[NEW.id], NEW.updated_at, true);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER events_forget_series AFTER UPDATE ON events FOR EACH ROW
  WHEN ((NEW.series, NEW.summary, NEW.categories, NEW.is_public, NEW.is_held, NEW.calendar_id)
    IS DISTINCT FROM (OLD.series, OLD.summary, OLD.categories, OLD.is_public, OLD.is_held, OLD.calendar_id))
  EXECUTE FUNCTION forget_series_of_event();
--> statement-breakpoint
-- Whether a series goes on beyond the dates that are known: only while its calendar is read, for a group that meets in public.
CREATE FUNCTION forget_series_of_calendars(calendar_ids uuid[], stamp timestamptz) RETURNS void LANGUAGE sql AS $$
  SELECT forget_meeting_series(array_agg(s.id), stamp, true)
    FROM meeting_series s JOIN events e ON e.id = s.id WHERE e.calendar_id = ANY (calendar_ids) HAVING count(*) > 0;
$$;
--> statement-breakpoint
CREATE FUNCTION forget_series_of_calendar() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_series_of_calendars(ARRAY[NEW.id], NEW.updated_at);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER calendars_forget_series AFTER UPDATE OF paused_at, disconnected_at ON calendars FOR EACH ROW
  WHEN ((NEW.paused_at IS NULL, NEW.disconnected_at IS NULL) IS DISTINCT FROM (OLD.paused_at IS NULL, OLD.disconnected_at IS NULL))
  EXECUTE FUNCTION forget_series_of_calendar();
--> statement-breakpoint
CREATE FUNCTION forget_series_of_rule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_series_of_calendars(ARRAY[NEW.calendar_id, OLD.calendar_id], now());
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER calendar_groups_forget_series AFTER INSERT OR UPDATE OR DELETE ON calendar_groups
  FOR EACH ROW EXECUTE FUNCTION forget_series_of_rule();
--> statement-breakpoint
CREATE FUNCTION forget_series_of_group_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_meeting_series(array_agg(id), now(), true)
    FROM meeting_series WHERE group_ids && ARRAY[NEW.group_id, OLD.group_id] HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER group_rules_forget_series AFTER INSERT OR UPDATE OR DELETE ON group_rules
  FOR EACH ROW EXECUTE FUNCTION forget_series_of_group_rules();
