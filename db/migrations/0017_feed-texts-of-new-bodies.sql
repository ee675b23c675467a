-- A calendar may bring thousands of meetings at once: their bodies are looked at once for all of them, not row by row.
DROP TRIGGER meeting_groups_forget_feed_text ON meeting_groups;
--> statement-breakpoint
CREATE TRIGGER meeting_groups_forget_feed_text AFTER UPDATE OR DELETE ON meeting_groups
  FOR EACH ROW EXECUTE FUNCTION forget_feed_text_of_meeting();
--> statement-breakpoint
CREATE FUNCTION forget_feed_texts_of_new_bodies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE meetings m SET feed_text = NULL, feed_key = NULL
    FROM new_bodies n WHERE m.id = n.meeting_id AND m.feed_text IS NOT NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER meeting_groups_forget_feed_texts_of_new AFTER INSERT ON meeting_groups
  REFERENCING NEW TABLE AS new_bodies FOR EACH STATEMENT EXECUTE FUNCTION forget_feed_texts_of_new_bodies();
