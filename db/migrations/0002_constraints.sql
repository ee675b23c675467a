-- Self references and rules between rows that the table definitions cannot say.
ALTER TABLE organisations ADD CONSTRAINT organisations_branch_of_fk FOREIGN KEY (branch_of_id) REFERENCES organisations (id) ON DELETE SET NULL;
--> statement-breakpoint
ALTER TABLE taxonomy_terms ADD CONSTRAINT taxonomy_terms_parent_fk FOREIGN KEY (parent_id) REFERENCES taxonomy_terms (id) ON DELETE CASCADE;
--> statement-breakpoint
ALTER TABLE themes ADD CONSTRAINT themes_parent_fk FOREIGN KEY (parent_id) REFERENCES themes (id) ON DELETE CASCADE;
--> statement-breakpoint
ALTER TABLE meetings ADD CONSTRAINT meetings_on_rise_of_fk FOREIGN KEY (on_rise_of_id) REFERENCES meetings (id) ON DELETE RESTRICT;
--> statement-breakpoint
ALTER TABLE agenda_items ADD CONSTRAINT agenda_items_parent_fk FOREIGN KEY (parent_id) REFERENCES agenda_items (id) ON DELETE CASCADE;
--> statement-breakpoint
ALTER TABLE agenda_items ADD CONSTRAINT agenda_items_standing_fk FOREIGN KEY (standing_item_id) REFERENCES standing_items (id) ON DELETE SET NULL;
--> statement-breakpoint
-- One seat is held by one holder at a time.
ALTER TABLE seats ADD CONSTRAINT seats_terms_do_not_overlap
  EXCLUDE USING gist (group_id WITH =, seat_number WITH =, daterange(held_from, held_until, '[)') WITH &&);
--> statement-breakpoint
-- An organisation is a member of a group once at a time.
ALTER TABLE members ADD CONSTRAINT members_terms_do_not_overlap
  EXCLUDE USING gist (group_id WITH =, organisation_id WITH =, daterange(joined_on, left_on, '[)') WITH &&);
--> statement-breakpoint
INSERT INTO data_version DEFAULT VALUES ON CONFLICT DO NOTHING;
--> statement-breakpoint
-- Checked at the end of each statement, so that one UPDATE may renumber a whole agenda.
ALTER TABLE agenda_items ADD CONSTRAINT agenda_items_order UNIQUE (meeting_id, position) DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE agenda_items ADD CONSTRAINT agenda_items_number UNIQUE (meeting_id, number) DEFERRABLE INITIALLY IMMEDIATE;
