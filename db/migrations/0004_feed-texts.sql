-- A meeting's kept VEVENT text is forgotten whenever something that it shows changes, whoever changes it,
-- so that a feed may be joined from kept texts without looking at the meetings themselves.
CREATE FUNCTION forget_feed_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
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
CREATE TRIGGER meetings_forget_feed_text BEFORE UPDATE ON meetings FOR EACH ROW EXECUTE FUNCTION forget_feed_text();
--> statement-breakpoint
-- The title of the meeting on whose rise another starts stands in that other's text.
CREATE FUNCTION forget_feed_text_on_rise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE meetings SET feed_text = NULL, feed_key = NULL WHERE on_rise_of_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER meetings_forget_feed_text_on_rise AFTER UPDATE OF title, is_public ON meetings
  FOR EACH ROW EXECUTE FUNCTION forget_feed_text_on_rise();
--> statement-breakpoint
-- So do the names of the bodies that meet.
CREATE FUNCTION forget_feed_text_of_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE meetings SET feed_text = NULL, feed_key = NULL
    WHERE id IN (SELECT meeting_id FROM meeting_groups WHERE group_id = NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER groups_forget_feed_text AFTER UPDATE OF name ON groups
  FOR EACH ROW EXECUTE FUNCTION forget_feed_text_of_group();
--> statement-breakpoint
CREATE FUNCTION forget_feed_text_of_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE meetings SET feed_text = NULL, feed_key = NULL
    WHERE feed_text IS NOT NULL AND id IN (NEW.meeting_id, OLD.meeting_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER meeting_groups_forget_feed_text AFTER INSERT OR UPDATE OR DELETE ON meeting_groups
  FOR EACH ROW EXECUTE FUNCTION forget_feed_text_of_meeting();
