CREATE TABLE "recovery_codes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"person_id" uuid,
	"record_id" uuid,
	"email" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "tokens_purpose" CHECK ("tokens"."purpose" in ('sign-in', 'verify-email', 'reset-password', 'change-email-old', 'change-email-new', 'second-factor', 'continue-registration', 'registration-device', 'invitation', 'confirm-record', 'answer-case')),
	CONSTRAINT "tokens_bound" CHECK (num_nonnulls("tokens"."person_id", "tokens"."record_id", "tokens"."email") >= 1)
);
--> statement-breakpoint
CREATE TABLE "case_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_id" uuid,
	"side" text NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "case_messages_side" CHECK ("case_messages"."side" in ('handler', 'asker'))
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"level" text NOT NULL,
	"noun" text NOT NULL,
	"record_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"group_id" uuid,
	"title" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"person_id" uuid,
	"from_name" text DEFAULT '' NOT NULL,
	"from_email" text,
	"once_key" text,
	"decided_by_id" uuid,
	"decided_at" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL,
	"climbs_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cases_kind" CHECK ("cases"."kind" in ('registration', 'claim', 'change', 'report', 'stale', 'nobody-to-tell')),
	CONSTRAINT "cases_state" CHECK ("cases"."state" in ('open', 'asked', 'approved', 'declined', 'resolved', 'withdrawn')),
	CONSTRAINT "cases_level" CHECK ("cases"."level" in ('owner', 'lead', 'team')),
	CONSTRAINT "cases_noun" CHECK ("cases"."noun" in ('organisation', 'service', 'opportunity')),
	CONSTRAINT "cases_decided" CHECK (("cases"."state" in ('open', 'asked')) = ("cases"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"to_email" text NOT NULL,
	"person_id" uuid,
	"record_id" uuid,
	"subject" text NOT NULL,
	"letter" jsonb,
	"once_key" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"problem" text,
	CONSTRAINT "mails_once_key_unique" UNIQUE("once_key"),
	CONSTRAINT "mails_address" CHECK ("mails"."to_email" like '%_@_%'),
	CONSTRAINT "mails_words" CHECK ("mails"."sent_at" is not null or "mails"."letter" is not null)
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"file_name" text NOT NULL,
	"content" text NOT NULL,
	"state" text NOT NULL,
	"report" jsonb NOT NULL,
	"written" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"problem" text,
	"person_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "imports_state" CHECK ("imports"."state" in ('checked', 'running', 'done', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "merges" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"from_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"moved" jsonb NOT NULL,
	"merged_at" timestamp with time zone NOT NULL,
	"merged_by_id" uuid,
	"undone_at" timestamp with time zone,
	"undone_by_id" uuid,
	CONSTRAINT "merges_two" CHECK ("merges"."from_id" <> "merges"."into_id")
);
--> statement-breakpoint
CREATE TABLE "register_entries" (
	"scheme" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"other_names" text[] DEFAULT '{}' NOT NULL,
	"status" text NOT NULL,
	"is_current" boolean NOT NULL,
	"registered_on" date,
	"removed_on" date,
	"postcode" text,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "register_entries_scheme_number_pk" PRIMARY KEY("scheme","number"),
	CONSTRAINT "register_entries_scheme" CHECK ("register_entries"."scheme" in ('GB-CHC', 'GB-COH', 'GB-SC', 'GB-NIC', 'GB-MPR', 'GB-NHS', 'GB-LAE'))
);
--> statement-breakpoint
CREATE TABLE "register_extracts" (
	"scheme" text PRIMARY KEY NOT NULL,
	"as_of" date NOT NULL,
	"entries" integer NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "register_extracts_scheme" CHECK ("register_extracts"."scheme" in ('GB-CHC', 'GB-COH', 'GB-SC', 'GB-NIC', 'GB-MPR', 'GB-NHS', 'GB-LAE'))
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"contact_name" text DEFAULT '' NOT NULL,
	"contact_email" text DEFAULT '' NOT NULL,
	"contact_role" text DEFAULT '' NOT NULL,
	"email_verified_at" timestamp with time zone,
	"steps_done" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	CONSTRAINT "registrations_organisation_id_unique" UNIQUE("organisation_id")
);
--> statement-breakpoint
CREATE TABLE "review_notices" (
	"noun" text NOT NULL,
	"record_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"step" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_notices_record_id_due_on_step_pk" PRIMARY KEY("record_id","due_on","step"),
	CONSTRAINT "review_notices_noun" CHECK ("review_notices"."noun" in ('organisation', 'service', 'opportunity')),
	CONSTRAINT "review_notices_step" CHECK ("review_notices"."step" in ('warned', 'due', 'lead', 'team'))
);
--> statement-breakpoint
CREATE TABLE "review_periods" (
	"noun" text NOT NULL,
	"kind" text NOT NULL,
	"months" integer,
	CONSTRAINT "review_periods_noun_kind_pk" PRIMARY KEY("noun","kind"),
	CONSTRAINT "review_periods_noun" CHECK ("review_periods"."noun" in ('organisation', 'service', 'opportunity')),
	CONSTRAINT "review_periods_kind" CHECK ("review_periods"."kind" in ('charity', 'cic', 'company', 'social-enterprise', 'community-group', 'faith-group', 'infrastructure-body', 'council', 'nhs', 'public-body')),
	CONSTRAINT "review_periods_months" CHECK ("review_periods"."months" is null or "review_periods"."months" between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "upkeep_settings" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"review_months" integer DEFAULT 6 NOT NULL,
	"warn_days_before" integer DEFAULT 14 NOT NULL,
	"lead_after_days" integer DEFAULT 30 NOT NULL,
	"team_after_days" integer DEFAULT 60 NOT NULL,
	"leaves_results_after_days" integer DEFAULT 180 NOT NULL,
	"report_climbs_after_days" integer DEFAULT 7 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "upkeep_settings_single" CHECK ("upkeep_settings"."only"),
	CONSTRAINT "upkeep_settings_months" CHECK ("upkeep_settings"."review_months" between 1 and 60),
	CONSTRAINT "upkeep_settings_warn" CHECK ("upkeep_settings"."warn_days_before" between 1 and 90),
	CONSTRAINT "upkeep_settings_order" CHECK ("upkeep_settings"."lead_after_days" >= 1 and "upkeep_settings"."team_after_days" > "upkeep_settings"."lead_after_days" and "upkeep_settings"."leaves_results_after_days" > "upkeep_settings"."team_after_days"),
	CONSTRAINT "upkeep_settings_report" CHECK ("upkeep_settings"."report_climbs_after_days" between 1 and 90)
);
--> statement-breakpoint
ALTER TABLE "role_grants" DROP CONSTRAINT "role_grants_role";--> statement-breakpoint
ALTER TABLE "role_grants" DROP CONSTRAINT "role_grants_scope";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "email_verified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "totp_secret" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "totp_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "totp_step" integer;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "granted_by_id" uuid;--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "ended_by_id" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "created_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "seen_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "device" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "state_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "published_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organisation_identifiers" ADD COLUMN "answer" text DEFAULT 'not-checked' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation_identifiers" ADD COLUMN "register_name" text;--> statement-breakpoint
ALTER TABLE "organisation_identifiers" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "works_online" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "helps" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "email_is_public" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "is_trusted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "review_months" integer;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "review_due_on" date;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "state_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "capacity_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "capacity_set_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "bank_holidays" text;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "is_term_time_only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "review_months" integer;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "review_due_on" date;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "steps_done" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "state_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "published_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_messages" ADD CONSTRAINT "case_messages_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_messages" ADD CONSTRAINT "case_messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_from_id_organisations_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_into_id_organisations_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_merged_by_id_people_id_fk" FOREIGN KEY ("merged_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_undone_by_id_people_id_fk" FOREIGN KEY ("undone_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recovery_codes_person" ON "recovery_codes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "throttles_expire" ON "throttles" USING btree ("expire");--> statement-breakpoint
CREATE INDEX "tokens_person" ON "tokens" USING btree ("person_id","purpose");--> statement-breakpoint
CREATE INDEX "tokens_record" ON "tokens" USING btree ("record_id","purpose");--> statement-breakpoint
CREATE INDEX "tokens_expiry" ON "tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "case_messages_case" ON "case_messages" USING btree ("case_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_once" ON "cases" USING btree ("once_key") WHERE "cases"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "cases_queue" ON "cases" USING btree ("level","group_id","created_at") WHERE "cases"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "cases_organisation" ON "cases" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "cases_record" ON "cases" USING btree ("record_id","kind");--> statement-breakpoint
CREATE INDEX "cases_climb" ON "cases" USING btree ("climbs_at") WHERE "cases"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "mails_waiting" ON "mails" USING btree ("created_at") WHERE "mails"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "mails_record" ON "mails" USING btree ("record_id");--> statement-breakpoint
CREATE INDEX "mails_person" ON "mails" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "imports_recent" ON "imports" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "merges_current" ON "merges" USING btree ("from_id") WHERE "merges"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "merges_into" ON "merges" USING btree ("into_id");--> statement-breakpoint
CREATE INDEX "registrations_idle" ON "registrations" USING btree ("updated_at") WHERE "registrations"."submitted_at" is null;--> statement-breakpoint
CREATE INDEX "review_notices_at" ON "review_notices" USING btree ("at");--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_granted_by_id_people_id_fk" FOREIGN KEY ("granted_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_ended_by_id_people_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organisations_review_due" ON "organisations" USING btree ("review_due_on") WHERE "organisations"."state" in ('live', 'temporarily-closed');--> statement-breakpoint
CREATE INDEX "services_review_due" ON "services" USING btree ("review_due_on") WHERE "services"."state" in ('live', 'temporarily-closed');--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_role" CHECK ("role_grants"."role" in ('organisation-owner', 'organisation-editor', 'group-lead', 'secretariat', 'icb-staff', 'administrator'));--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_scope" CHECK (("role_grants"."role" in ('organisation-owner', 'organisation-editor', 'group-lead', 'secretariat')) = ("role_grants"."scope_id" is not null));--> statement-breakpoint
UPDATE "opportunities" SET "archived_at" = "updated_at" WHERE "state" = 'archived';--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_archived" CHECK (("opportunities"."state" = 'archived') = ("opportunities"."archived_at" is not null));--> statement-breakpoint
ALTER TABLE "organisation_identifiers" ADD CONSTRAINT "organisation_identifiers_answer" CHECK ("organisation_identifiers"."answer" in ('not-checked', 'found', 'other-name', 'removed', 'not-found'));--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_review" CHECK ("organisations"."review_months" is null or "organisations"."review_months" between 1 and 60);--> statement-breakpoint
-- What was archived or published before these columns were there.
UPDATE "organisations" SET "archived_at" = "updated_at" WHERE "state" = 'archived';--> statement-breakpoint
UPDATE "services" SET "archived_at" = "updated_at" WHERE "state" = 'archived';--> statement-breakpoint
UPDATE "services" SET "published_at" = "created_at" WHERE "state" IN ('live', 'temporarily-closed');--> statement-breakpoint
UPDATE "opportunities" SET "published_at" = "created_at" WHERE "state" IN ('live', 'temporarily-closed');--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_archived" CHECK (("organisations"."state" = 'archived') = ("organisations"."archived_at" is not null));--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_bank_holidays" CHECK ("services"."bank_holidays" is null or "services"."bank_holidays" in ('open', 'closed', 'ask'));--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_review" CHECK ("services"."review_months" is null or "services"."review_months" between 1 and 60);--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_archived" CHECK (("services"."state" = 'archived') = ("services"."archived_at" is not null));