ALTER TABLE organisations ADD CONSTRAINT organisations_merged_into_fk FOREIGN KEY (merged_into_id) REFERENCES organisations (id) ON DELETE SET NULL;
--> statement-breakpoint
CREATE INDEX organisations_merged_into ON organisations (merged_into_id) WHERE merged_into_id IS NOT NULL;
--> statement-breakpoint
INSERT INTO upkeep_settings DEFAULT VALUES ON CONFLICT DO NOTHING;
--> statement-breakpoint
-- Bodies that hold seats keep no record of their own here: nobody asks them to confirm it.
INSERT INTO review_periods (noun, kind, months)
VALUES ('organisation', 'council', NULL), ('organisation', 'nhs', NULL), ('organisation', 'public-body', NULL);
--> statement-breakpoint
-- How many months a confirmation lasts: the record's own period, else its kind's (where NULL is never), else everybody's.
CREATE FUNCTION review_months_of(own integer, noun text, kind text) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN own IS NOT NULL THEN own
    WHEN EXISTS (SELECT FROM review_periods p WHERE p.noun = $2 AND p.kind = $3)
      THEN (SELECT p.months FROM review_periods p WHERE p.noun = $2 AND p.kind = $3)
    ELSE (SELECT s.review_months FROM upkeep_settings s)
  END
$$;
--> statement-breakpoint
-- One place says when a confirmation falls due, whoever writes the row: what was never confirmed counts from its first day.
CREATE FUNCTION organisation_review_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.review_due_on := (coalesce(NEW.confirmed_on, (NEW.created_at AT TIME ZONE 'Europe/London')::date)
    + make_interval(months => review_months_of(NEW.review_months, 'organisation', NEW.kind)))::date;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER organisations_review_due BEFORE INSERT OR UPDATE OF confirmed_on, kind, review_months, created_at
  ON organisations FOR EACH ROW EXECUTE FUNCTION organisation_review_due();
--> statement-breakpoint
CREATE FUNCTION service_review_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.review_due_on := (coalesce(NEW.confirmed_on, (NEW.created_at AT TIME ZONE 'Europe/London')::date)
    + make_interval(months => review_months_of(NEW.review_months, 'service',
        (SELECT o.kind FROM organisations o WHERE o.id = NEW.organisation_id))))::date;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER services_review_due BEFORE INSERT OR UPDATE OF confirmed_on, review_months, created_at, organisation_id
  ON services FOR EACH ROW EXECUTE FUNCTION service_review_due();
--> statement-breakpoint
CREATE FUNCTION service_review_due_of_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE services SET confirmed_on = confirmed_on WHERE organisation_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER organisations_kind_review_due AFTER UPDATE OF kind ON organisations
  FOR EACH ROW WHEN (OLD.kind IS DISTINCT FROM NEW.kind) EXECUTE FUNCTION service_review_due_of_kind();
--> statement-breakpoint
UPDATE organisations SET confirmed_on = confirmed_on;
--> statement-breakpoint
UPDATE services SET confirmed_on = confirmed_on;
