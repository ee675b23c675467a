ALTER TABLE "meeting_attendances" ADD COLUMN "time_answered" text NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_invitations" ADD COLUMN "told" text NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_invitations" ADD COLUMN "time_told" text NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_invitations" ADD COLUMN "time_sequence" integer NOT NULL;