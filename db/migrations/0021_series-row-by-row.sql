-- Row by row: the rows of a whole diary, joined before with after, were planned as if they were few, and took minutes.
DROP TRIGGER meetings_forget_series ON meetings;
--> statement-breakpoint
DROP FUNCTION forget_series_of_changed_meetings();
--> statement-breakpoint
DROP TRIGGER occurrences_forget_series_changed ON occurrences;
--> statement-breakpoint
-- Who joins a series is told of by the reading that says so.
CREATE FUNCTION forget_series_of_changed_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_meeting_series(ARRAY[OLD.series_id], NEW.updated_at, true);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER meetings_forget_series AFTER UPDATE ON meetings FOR EACH ROW
  WHEN (OLD.series_id IS NOT NULL AND (NEW.series_id IS DISTINCT FROM OLD.series_id
    OR OLD.feed_text IS NOT NULL AND NEW.feed_text IS NULL
    OR (NEW.title, NEW.status, NEW.held_on, NEW.starts_at, NEW.ends_at, NEW.location, NEW.online_url,
        NEW.agenda_state = 'published', NEW.sequence)
      IS DISTINCT FROM (OLD.title, OLD.status, OLD.held_on, OLD.starts_at, OLD.ends_at, OLD.location, OLD.online_url,
        OLD.agenda_state = 'published', OLD.sequence)))
  EXECUTE FUNCTION forget_series_of_changed_meeting();
--> statement-breakpoint
CREATE FUNCTION forget_series_of_changed_date() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_meeting_series(ARRAY[NEW.event_id, OLD.event_id], NEW.updated_at, true);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER occurrences_forget_series_changed AFTER UPDATE ON occurrences FOR EACH ROW
  WHEN ((NEW.event_id, NEW.recurrence_id, NEW.is_detached, NEW.status = 'withdrawn')
    IS DISTINCT FROM (OLD.event_id, OLD.recurrence_id, OLD.is_detached, OLD.status = 'withdrawn'))
  EXECUTE FUNCTION forget_series_of_changed_date();
