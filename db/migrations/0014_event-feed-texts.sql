-- An event's kept VEVENTs are forgotten whenever something that they show changes, whoever changes it. Their SEQUENCE
-- rises with it, once for each version that somebody may have seen, and never falls.
CREATE FUNCTION forget_event_feed_texts(ids uuid[], stamp timestamptz) RETURNS void LANGUAGE sql AS $$
  UPDATE events SET
    feed_sequence = feed_sequence + CASE WHEN feed_text IS NOT NULL OR feed_changed_at <> stamp THEN 1 ELSE 0 END,
    feed_changed_at = greatest(feed_changed_at, stamp), feed_text = NULL, feed_key = NULL
  WHERE id = ANY (ids);
$$;
--> statement-breakpoint
CREATE FUNCTION forget_event_feed_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.feed_sequence := greatest(NEW.feed_sequence, OLD.feed_sequence);
  IF (NEW.summary, NEW.description, NEW.cost, NEW.location, NEW.online_url, NEW.categories, NEW.rrule, NEW.series,
      NEW.latitude, NEW.longitude, NEW.calendar_id, NEW.organisation_id, NEW.service_id, NEW.location_id, NEW.place_id,
      NEW.term_id, NEW.is_public)
    IS DISTINCT FROM (OLD.summary, OLD.description, OLD.cost, OLD.location, OLD.online_url, OLD.categories, OLD.rrule,
      OLD.series, OLD.latitude, OLD.longitude, OLD.calendar_id, OLD.organisation_id, OLD.service_id, OLD.location_id,
      OLD.place_id, OLD.term_id, OLD.is_public)
  THEN
    IF OLD.feed_text IS NOT NULL OR OLD.feed_changed_at <> NEW.updated_at THEN
      NEW.feed_sequence := OLD.feed_sequence + 1;
    END IF;
    NEW.feed_changed_at := greatest(OLD.feed_changed_at, NEW.updated_at);
    NEW.feed_text := NULL;
    NEW.feed_key := NULL;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER events_forget_feed_text BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION forget_event_feed_text();
--> statement-breakpoint
CREATE FUNCTION forget_event_feed_text_of_changed_dates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_event_feed_texts(array_agg(DISTINCT n.event_id), max(n.updated_at))
    FROM new_dates n JOIN old_dates o ON o.id = n.id
    WHERE (n.event_id, n.recurrence_id, n.is_detached, n.all_day, n.starts_at, n.ends_at, n.starts_on, n.ends_on,
        n.time_zone, n.summary, n.location, n.online_url, n.status)
      IS DISTINCT FROM (o.event_id, o.recurrence_id, o.is_detached, o.all_day, o.starts_at, o.ends_at, o.starts_on,
        o.ends_on, o.time_zone, o.summary, o.location, o.online_url, o.status)
    HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER occurrences_forget_feed_text_changed AFTER UPDATE ON occurrences
  REFERENCING OLD TABLE AS old_dates NEW TABLE AS new_dates
  FOR EACH STATEMENT EXECUTE FUNCTION forget_event_feed_text_of_changed_dates();
--> statement-breakpoint
-- A date that the rule of its series yields anyway changes nothing: further dates are listed every day.
CREATE FUNCTION forget_event_feed_text_of_new_dates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE events e SET feed_text = NULL, feed_key = NULL FROM new_dates n
    WHERE e.id = n.event_id AND e.feed_text IS NOT NULL
      AND e.series IS NULL AND (e.rrule IS NULL OR e.calendar_id IS NOT NULL);
  PERFORM forget_event_feed_texts(array_agg(DISTINCT n.event_id), max(n.updated_at))
    FROM new_dates n JOIN events e ON e.id = n.event_id
    WHERE (n.is_detached OR n.status <> 'confirmed') AND e.feed_text IS NOT NULL
    HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER occurrences_forget_feed_text_new AFTER INSERT ON occurrences REFERENCING NEW TABLE AS new_dates
  FOR EACH STATEMENT EXECUTE FUNCTION forget_event_feed_text_of_new_dates();
--> statement-breakpoint
CREATE FUNCTION forget_event_feed_text_of_lost_dates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_event_feed_texts(array_agg(DISTINCT event_id), max(updated_at)) FROM old_dates HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER occurrences_forget_feed_text_lost AFTER DELETE ON occurrences REFERENCING OLD TABLE AS old_dates
  FOR EACH STATEMENT EXECUTE FUNCTION forget_event_feed_text_of_lost_dates();
--> statement-breakpoint
-- Whose it is, whether they keep their address to themselves, and its venue's position stand in the text too.
CREATE FUNCTION forget_event_feed_text_of_organisation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_event_feed_texts(array_agg(e.id), NEW.updated_at) FROM events e
    WHERE e.organisation_id = NEW.id
      OR e.calendar_id IN (SELECT id FROM calendars WHERE organisation_id = NEW.id)
      OR e.location_id IN (SELECT id FROM locations WHERE organisation_id = NEW.id)
      OR e.service_id IN (SELECT id FROM services WHERE organisation_id = NEW.id)
      OR e.service_id IN (SELECT sal.service_id FROM services_at_locations sal JOIN locations l ON l.id = sal.location_id
        WHERE l.organisation_id = NEW.id)
    HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER organisations_forget_feed_text AFTER UPDATE OF name, address_is_hidden ON organisations FOR EACH ROW
  WHEN (NEW.name <> OLD.name OR NEW.address_is_hidden <> OLD.address_is_hidden)
  EXECUTE FUNCTION forget_event_feed_text_of_organisation();
--> statement-breakpoint
CREATE FUNCTION forget_event_feed_text_of_venue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_event_feed_texts(array_agg(e.id), NEW.updated_at) FROM events e
    WHERE e.location_id = NEW.id
      OR e.service_id IN (SELECT service_id FROM services_at_locations WHERE location_id = NEW.id)
    HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER locations_forget_feed_text AFTER UPDATE OF address_is_hidden, organisation_id, latitude, longitude
  ON locations FOR EACH ROW EXECUTE FUNCTION forget_event_feed_text_of_venue();
--> statement-breakpoint
CREATE FUNCTION forget_event_feed_text_of_service() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_event_feed_texts(array_agg(e.id), NEW.updated_at) FROM events e WHERE e.service_id = NEW.id
    HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER services_forget_feed_text AFTER UPDATE OF organisation_id ON services
  FOR EACH ROW EXECUTE FUNCTION forget_event_feed_text_of_service();
--> statement-breakpoint
CREATE FUNCTION forget_event_feed_text_of_service_venue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_event_feed_texts(array_agg(e.id), now()) FROM events e
    WHERE e.service_id IN (NEW.service_id, OLD.service_id) HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER services_at_locations_forget_feed_text AFTER INSERT OR UPDATE OR DELETE ON services_at_locations
  FOR EACH ROW EXECUTE FUNCTION forget_event_feed_text_of_service_venue();
--> statement-breakpoint
CREATE FUNCTION forget_event_feed_text_of_calendar() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_event_feed_texts(array_agg(e.id), NEW.updated_at) FROM events e WHERE e.calendar_id = NEW.id
    HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER calendars_forget_feed_text AFTER UPDATE OF organisation_id ON calendars
  FOR EACH ROW EXECUTE FUNCTION forget_event_feed_text_of_calendar();
--> statement-breakpoint
CREATE FUNCTION forget_event_feed_text_of_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_event_feed_texts(array_agg(e.id), now()) FROM events e
    WHERE CASE TG_TABLE_NAME WHEN 'places' THEN e.place_id = NEW.id ELSE e.term_id = NEW.id END
    HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER places_forget_feed_text AFTER UPDATE OF name ON places FOR EACH ROW
  WHEN (NEW.name <> OLD.name) EXECUTE FUNCTION forget_event_feed_text_of_name();
--> statement-breakpoint
CREATE TRIGGER taxonomy_terms_forget_feed_text AFTER UPDATE OF name ON taxonomy_terms FOR EACH ROW
  WHEN (NEW.name <> OLD.name) EXECUTE FUNCTION forget_event_feed_text_of_name();
