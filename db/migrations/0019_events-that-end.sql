-- A series of events ends with the last known date where its diary is read no more, or has taken that date out.
CREATE FUNCTION forget_event_feed_texts_of_calendar() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_event_feed_texts(array_agg(id), NEW.updated_at) FROM events
    WHERE calendar_id = NEW.id AND series IS NOT NULL HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER calendars_forget_event_feed_texts AFTER UPDATE OF paused_at, disconnected_at ON calendars FOR EACH ROW
  WHEN ((NEW.paused_at IS NULL, NEW.disconnected_at IS NULL) IS DISTINCT FROM (OLD.paused_at IS NULL, OLD.disconnected_at IS NULL))
  EXECUTE FUNCTION forget_event_feed_texts_of_calendar();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION forget_event_feed_text_of_new_dates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE events e SET feed_text = NULL, feed_key = NULL FROM new_dates n
    WHERE e.id = n.event_id AND e.feed_text IS NOT NULL
      AND (e.series IS NULL AND (e.rrule IS NULL OR e.calendar_id IS NOT NULL)
        OR e.calendar_id IS NOT NULL AND 'withdrawn' = (SELECT o.status FROM occurrences o
          WHERE o.event_id = e.id AND o.recurrence_id < n.recurrence_id ORDER BY o.recurrence_id DESC LIMIT 1));
  PERFORM forget_event_feed_texts(array_agg(DISTINCT n.event_id), max(n.updated_at))
    FROM new_dates n JOIN events e ON e.id = n.event_id
    WHERE (n.is_detached OR n.status <> 'confirmed') AND e.feed_text IS NOT NULL
    HAVING count(*) > 0;
  RETURN NULL;
END $$;
