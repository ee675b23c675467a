CREATE TABLE "changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"person_id" uuid,
	"deed" text NOT NULL,
	"noun" text NOT NULL,
	"noun_id" uuid NOT NULL,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "data_version" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"number" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "data_version_single" CHECK ("data_version"."only")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_name_not_blank" CHECK (btrim("people"."name") <> ''),
	CONSTRAINT "people_email_shape" CHECK ("people"."email" like '%_@_%')
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"scope_id" uuid,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "role_grants_role" CHECK ("role_grants"."role" in ('organisation-editor', 'group-lead', 'secretariat', 'icb-staff', 'administrator')),
	CONSTRAINT "role_grants_scope" CHECK (("role_grants"."role" in ('organisation-editor', 'group-lead', 'secretariat')) = ("role_grants"."scope_id" is not null)),
	CONSTRAINT "role_grants_dates" CHECK ("role_grants"."ended_at" is null or "role_grants"."ended_at" >= "role_grants"."granted_at")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_groups" (
	"calendar_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	CONSTRAINT "calendar_groups_calendar_id_group_id_pk" PRIMARY KEY("calendar_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "calendars" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"organisation_id" uuid,
	"default_zone" text DEFAULT 'Europe/London' NOT NULL,
	"content_hash" text,
	"etag" text,
	"last_modified" text,
	"window_until" date,
	"notices" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"last_run_at" timestamp with time zone,
	"last_read_at" timestamp with time zone,
	"problem" text,
	"problem_since" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendars_name" CHECK (btrim("calendars"."name") <> ''),
	CONSTRAINT "calendars_kind" CHECK ("calendars"."kind" in ('address', 'file')),
	CONSTRAINT "calendars_problem" CHECK (("calendars"."problem" is null) = ("calendars"."problem_since" is null))
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"calendar_id" uuid,
	"organisation_id" uuid,
	"service_id" uuid,
	"location_id" uuid,
	"place_id" uuid,
	"term_id" uuid,
	"uid" text NOT NULL,
	"summary" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"cost" text DEFAULT '' NOT NULL,
	"location" text DEFAULT '' NOT NULL,
	"online_url" text,
	"url" text,
	"categories" text[] DEFAULT '{}' NOT NULL,
	"rrule" text,
	"sequence" integer DEFAULT 0 NOT NULL,
	"is_public" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "events_owner" CHECK (num_nonnulls("events"."calendar_id", "events"."organisation_id") >= 1),
	CONSTRAINT "events_summary" CHECK (btrim("events"."summary") <> '')
);
--> statement-breakpoint
CREATE TABLE "occurrences" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"recurrence_id" text DEFAULT '' NOT NULL,
	"all_day" boolean DEFAULT false NOT NULL,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"time_zone" text DEFAULT 'Europe/London' NOT NULL,
	"summary" text NOT NULL,
	"location" text DEFAULT '' NOT NULL,
	"online_url" text,
	"status" text DEFAULT 'confirmed' NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "occurrences_status" CHECK ("occurrences"."status" in ('confirmed', 'tentative', 'cancelled', 'withdrawn')),
	CONSTRAINT "occurrences_timed" CHECK ("occurrences"."all_day" = ("occurrences"."starts_at" is null)),
	CONSTRAINT "occurrences_order" CHECK (("occurrences"."ends_at" is null or "occurrences"."ends_at" >= "occurrences"."starts_at") and "occurrences"."ends_on" >= "occurrences"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "feeds_into" (
	"from_group_id" uuid NOT NULL,
	"to_group_id" uuid NOT NULL,
	CONSTRAINT "feeds_into_from_group_id_to_group_id_pk" PRIMARY KEY("from_group_id","to_group_id"),
	CONSTRAINT "feeds_into_not_itself" CHECK ("feeds_into"."from_group_id" <> "feeds_into"."to_group_id")
);
--> statement-breakpoint
CREATE TABLE "group_places" (
	"group_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	CONSTRAINT "group_places_group_id_place_id_pk" PRIMARY KEY("group_id","place_id")
);
--> statement-breakpoint
CREATE TABLE "group_rules" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"papers_working_days" integer DEFAULT 5 NOT NULL,
	"notice_working_days" integer DEFAULT 5 NOT NULL,
	"question_working_days" integer DEFAULT 2 NOT NULL,
	"question_time" time DEFAULT '09:00' NOT NULL,
	"question_words" integer DEFAULT 110 NOT NULL,
	"reply_working_days" integer DEFAULT 7 NOT NULL,
	"meets_in_public" boolean DEFAULT true NOT NULL,
	"quorum_members" integer,
	"quorum_organisations" integer,
	"quorum_needs_chair" boolean DEFAULT false NOT NULL,
	"decides_by" text DEFAULT 'consensus' NOT NULL,
	"terms_version" text,
	"terms_reviewed_on" date,
	CONSTRAINT "group_rules_days" CHECK (least("group_rules"."papers_working_days", "group_rules"."notice_working_days", "group_rules"."question_working_days", "group_rules"."reply_working_days") >= 0),
	CONSTRAINT "group_rules_decides" CHECK ("group_rules"."decides_by" in ('consensus', 'vote')),
	CONSTRAINT "group_rules_quorum" CHECK (coalesce("group_rules"."quorum_members", 1) > 0 and coalesce("group_rules"."quorum_organisations", 1) > 0)
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"abbreviation" text,
	"kind" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"place_id" uuid,
	"footprint_id" uuid,
	"host_organisation_id" uuid,
	"contact_email" text,
	"is_current" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "groups_slug_unique" UNIQUE("slug"),
	CONSTRAINT "groups_slug" CHECK ("groups"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "groups_name" CHECK (btrim("groups"."name") <> ''),
	CONSTRAINT "groups_kind" CHECK ("groups"."kind" in ('assembly', 'steering-group', 'place-network', 'forum', 'place-board', 'partnership', 'health-and-wellbeing-board', 'integrated-care-partnership', 'workstream', 'working-group')),
	CONSTRAINT "groups_network_has_place" CHECK ("groups"."kind" not in ('place-network', 'place-board') or "groups"."place_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"joined_on" date NOT NULL,
	"left_on" date,
	CONSTRAINT "members_dates" CHECK ("members"."left_on" is null or "members"."left_on" >= "members"."joined_on")
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"seat_number" integer NOT NULL,
	"organisation_id" uuid,
	"role_title" text NOT NULL,
	"person_name" text,
	"person_id" uuid,
	"deputy_name" text,
	"is_statutory" boolean DEFAULT false NOT NULL,
	"is_chair" boolean DEFAULT false NOT NULL,
	"is_joint_member" boolean DEFAULT false NOT NULL,
	"held_from" date NOT NULL,
	"held_until" date,
	CONSTRAINT "seats_role_title" CHECK (btrim("seats"."role_title") <> ''),
	CONSTRAINT "seats_number" CHECK ("seats"."seat_number" > 0),
	CONSTRAINT "seats_dates" CHECK ("seats"."held_until" is null or "seats"."held_until" >= "seats"."held_from")
);
--> statement-breakpoint
CREATE TABLE "standing_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"at_end" boolean DEFAULT false NOT NULL,
	"title" text NOT NULL,
	"type" text DEFAULT 'standing' NOT NULL,
	"purpose" text,
	"lead" text,
	CONSTRAINT "standing_items_title" CHECK (btrim("standing_items"."title") <> ''),
	CONSTRAINT "standing_items_type" CHECK ("standing_items"."type" in ('standing', 'report', 'presentation', 'minutes', 'questions', 'urgent', 'network'))
);
--> statement-breakpoint
CREATE TABLE "theme_terms" (
	"theme_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	CONSTRAINT "theme_terms_theme_id_term_id_pk" PRIMARY KEY("theme_id","term_id")
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"parent_id" uuid,
	"position" integer DEFAULT 0 NOT NULL,
	"name" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"lead" text,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "themes_name" CHECK (btrim("themes"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "agenda_item_groups" (
	"agenda_item_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	CONSTRAINT "agenda_item_groups_agenda_item_id_group_id_pk" PRIMARY KEY("agenda_item_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"number" text NOT NULL,
	"parent_id" uuid,
	"title" text NOT NULL,
	"type" text DEFAULT 'report' NOT NULL,
	"purpose" text,
	"lead" text,
	"sponsor_organisation_id" uuid,
	"page" integer,
	"note" text DEFAULT '' NOT NULL,
	"exempt_category" text,
	"origin" text DEFAULT 'secretariat' NOT NULL,
	"standing_item_id" uuid,
	"forward_plan_entry_id" uuid,
	"raised_item_id" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agenda_items_title" CHECK (btrim("agenda_items"."title") <> ''),
	CONSTRAINT "agenda_items_number_shape" CHECK ("agenda_items"."number" ~ '^[0-9]+(\.[0-9]+)*[a-z]?$'),
	CONSTRAINT "agenda_items_type" CHECK ("agenda_items"."type" in ('standing', 'report', 'presentation', 'minutes', 'questions', 'urgent', 'network')),
	CONSTRAINT "agenda_items_origin" CHECK ("agenda_items"."origin" in ('standing', 'forward-plan', 'network', 'secretariat')),
	CONSTRAINT "agenda_items_page" CHECK ("agenda_items"."page" is null or "agenda_items"."page" > 0),
	CONSTRAINT "agenda_items_exempt" CHECK ("agenda_items"."exempt_category" is null or "agenda_items"."exempt_category" in ('individual', 'identity', 'financial', 'labour', 'crime')),
	CONSTRAINT "agenda_items_from_network" CHECK ("agenda_items"."raised_item_id" is null or "agenda_items"."origin" = 'network')
);
--> statement-breakpoint
CREATE TABLE "forward_plan_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"meeting_id" uuid,
	"due_from" date NOT NULL,
	"title" text NOT NULL,
	"sponsor" text,
	"purpose" text,
	"kind" text DEFAULT 'planned' NOT NULL,
	"status" text DEFAULT 'planned' NOT NULL,
	"is_private" boolean DEFAULT false NOT NULL,
	"first_published_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "forward_plan_title" CHECK (btrim("forward_plan_entries"."title") <> ''),
	CONSTRAINT "forward_plan_kind" CHECK ("forward_plan_entries"."kind" in ('statutory', 'request', 'network', 'planned')),
	CONSTRAINT "forward_plan_status" CHECK ("forward_plan_entries"."status" in ('planned', 'placed', 'done', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "meeting_groups" (
	"meeting_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "meeting_groups_meeting_id_group_id_pk" PRIMARY KEY("meeting_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"kind" text DEFAULT 'ordinary' NOT NULL,
	"status" text DEFAULT 'planned' NOT NULL,
	"held_on" date NOT NULL,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"on_rise_of_id" uuid,
	"time_zone" text DEFAULT 'Europe/London' NOT NULL,
	"location" text DEFAULT '' NOT NULL,
	"online_url" text,
	"access_notes" text DEFAULT '' NOT NULL,
	"is_public" boolean DEFAULT true NOT NULL,
	"agenda_state" text DEFAULT 'none' NOT NULL,
	"agenda_published_at" timestamp with time zone,
	"occurrence_id" uuid,
	"sequence" integer DEFAULT 0 NOT NULL,
	"feed_text" text,
	"feed_key" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meetings_title" CHECK (btrim("meetings"."title") <> ''),
	CONSTRAINT "meetings_kind" CHECK ("meetings"."kind" in ('ordinary', 'urgent', 'development')),
	CONSTRAINT "meetings_status" CHECK ("meetings"."status" in ('planned', 'tentative', 'held', 'inquorate', 'postponed', 'cancelled', 'withdrawn')),
	CONSTRAINT "meetings_agenda_state" CHECK ("meetings"."agenda_state" in ('none', 'draft', 'published')),
	CONSTRAINT "meetings_start" CHECK ("meetings"."starts_at" is not null or "meetings"."on_rise_of_id" is not null),
	CONSTRAINT "meetings_not_on_own_rise" CHECK ("meetings"."on_rise_of_id" is null or "meetings"."on_rise_of_id" <> "meetings"."id"),
	CONSTRAINT "meetings_end" CHECK ("meetings"."ends_at" is null or "meetings"."starts_at" is null or "meetings"."ends_at" >= "meetings"."starts_at"),
	CONSTRAINT "meetings_published" CHECK (("meetings"."agenda_state" = 'published') = ("meetings"."agenda_published_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "raised_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"from_group_id" uuid NOT NULL,
	"to_group_id" uuid NOT NULL,
	"title" text NOT NULL,
	"why_it_matters" text NOT NULL,
	"ask" text NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	"purpose" text DEFAULT 'comment' NOT NULL,
	"status" text DEFAULT 'raised' NOT NULL,
	"raised_by_id" uuid,
	"raised_at" timestamp with time zone NOT NULL,
	"outcome" text DEFAULT '' NOT NULL,
	"outcome_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "raised_items_title" CHECK (btrim("raised_items"."title") <> ''),
	CONSTRAINT "raised_items_why" CHECK (btrim("raised_items"."why_it_matters") <> ''),
	CONSTRAINT "raised_items_ask" CHECK (btrim("raised_items"."ask") <> ''),
	CONSTRAINT "raised_items_status" CHECK ("raised_items"."status" in ('raised', 'placed', 'declined', 'decided', 'withdrawn')),
	CONSTRAINT "raised_items_purpose" CHECK ("raised_items"."purpose" in ('decide', 'note', 'comment', 'endorse')),
	CONSTRAINT "raised_items_not_to_itself" CHECK ("raised_items"."from_group_id" <> "raised_items"."to_group_id"),
	CONSTRAINT "raised_items_outcome" CHECK ("raised_items"."status" not in ('decided', 'declined') or ("raised_items"."outcome_at" is not null and btrim("raised_items"."outcome") <> ''))
);
--> statement-breakpoint
CREATE TABLE "opportunities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"how_to_apply" text DEFAULT '' NOT NULL,
	"commitment" text DEFAULT '' NOT NULL,
	"url" text,
	"email" text,
	"is_online" boolean DEFAULT false NOT NULL,
	"opens_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closes_at" timestamp with time zone,
	"state" text DEFAULT 'live' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "opportunities_slug_unique" UNIQUE("slug"),
	CONSTRAINT "opportunities_slug" CHECK ("opportunities"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "opportunities_title" CHECK (btrim("opportunities"."title") <> ''),
	CONSTRAINT "opportunities_kind" CHECK ("opportunities"."kind" in ('volunteering', 'job', 'funding', 'training', 'tender', 'collaboration', 'consultation')),
	CONSTRAINT "opportunities_state" CHECK ("opportunities"."state" in ('draft', 'waiting', 'live', 'temporarily-closed', 'archived')),
	CONSTRAINT "opportunities_dates" CHECK ("opportunities"."closes_at" is null or "opportunities"."closes_at" > "opportunities"."opens_at"),
	CONSTRAINT "opportunities_url" CHECK ("opportunities"."url" is null or "opportunities"."url" ~ '^https?://')
);
--> statement-breakpoint
CREATE TABLE "opportunity_places" (
	"opportunity_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	CONSTRAINT "opportunity_places_opportunity_id_place_id_pk" PRIMARY KEY("opportunity_id","place_id")
);
--> statement-breakpoint
CREATE TABLE "former_names" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"until" date,
	CONSTRAINT "former_names_not_blank" CHECK (btrim("former_names"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "organisation_districts" (
	"organisation_id" uuid NOT NULL,
	"district_id" uuid NOT NULL,
	CONSTRAINT "organisation_districts_organisation_id_district_id_pk" PRIMARY KEY("organisation_id","district_id")
);
--> statement-breakpoint
CREATE TABLE "organisation_identifiers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"scheme" text NOT NULL,
	"identifier" text NOT NULL,
	CONSTRAINT "organisation_identifiers_scheme" CHECK ("organisation_identifiers"."scheme" in ('GB-CHC', 'GB-COH', 'GB-SC', 'GB-NIC', 'GB-MPR', 'GB-NHS', 'GB-LAE')),
	CONSTRAINT "organisation_identifiers_not_blank" CHECK (btrim("organisation_identifiers"."identifier") <> '')
);
--> statement-breakpoint
CREATE TABLE "organisation_places" (
	"organisation_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	CONSTRAINT "organisation_places_organisation_id_place_id_pk" PRIMARY KEY("organisation_id","place_id")
);
--> statement-breakpoint
CREATE TABLE "organisation_slugs" (
	"slug" text PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"email" text,
	"website" text,
	"branch_of_id" uuid,
	"state" text DEFAULT 'live' NOT NULL,
	"address_is_hidden" boolean DEFAULT false NOT NULL,
	"is_system_wide" boolean DEFAULT false NOT NULL,
	"confirmed_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_slug_unique" UNIQUE("slug"),
	CONSTRAINT "organisations_slug" CHECK ("organisations"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "organisations_name" CHECK (btrim("organisations"."name") <> ''),
	CONSTRAINT "organisations_kind" CHECK ("organisations"."kind" in ('charity', 'cic', 'company', 'social-enterprise', 'community-group', 'faith-group', 'infrastructure-body', 'council', 'nhs', 'public-body')),
	CONSTRAINT "organisations_state" CHECK ("organisations"."state" in ('draft', 'waiting', 'live', 'temporarily-closed', 'archived')),
	CONSTRAINT "organisations_not_own_branch" CHECK ("organisations"."branch_of_id" is null or "organisations"."branch_of_id" <> "organisations"."id"),
	CONSTRAINT "organisations_website" CHECK ("organisations"."website" is null or "organisations"."website" ~ '^https?://')
);
--> statement-breakpoint
CREATE TABLE "bank_holidays" (
	"day" date PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "districts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"county" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "districts_slug_unique" UNIQUE("slug"),
	CONSTRAINT "districts_slug" CHECK ("districts"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "districts_name" CHECK (btrim("districts"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "footprint_districts" (
	"footprint_id" uuid NOT NULL,
	"district_id" uuid NOT NULL,
	CONSTRAINT "footprint_districts_footprint_id_district_id_pk" PRIMARY KEY("footprint_id","district_id")
);
--> statement-breakpoint
CREATE TABLE "footprint_places" (
	"footprint_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	CONSTRAINT "footprint_places_footprint_id_place_id_pk" PRIMARY KEY("footprint_id","place_id")
);
--> statement-breakpoint
CREATE TABLE "footprints" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"uri" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "footprints_slug_unique" UNIQUE("slug"),
	CONSTRAINT "footprints_slug" CHECK ("footprints"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "footprints_kind" CHECK ("footprints"."kind" in ('place', 'district', 'county', 'system', 'neighbourhood')),
	CONSTRAINT "footprints_name" CHECK (btrim("footprints"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "place_districts" (
	"place_id" uuid NOT NULL,
	"district_id" uuid NOT NULL,
	CONSTRAINT "place_districts_place_id_district_id_pk" PRIMARY KEY("place_id","district_id")
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "places_slug_unique" UNIQUE("slug"),
	CONSTRAINT "places_slug" CHECK ("places"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "places_name" CHECK (btrim("places"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "postcode_districts" (
	"outward" text PRIMARY KEY NOT NULL,
	"town" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"place_id" uuid,
	"district_id" uuid,
	CONSTRAINT "postcode_districts_outward" CHECK ("postcode_districts"."outward" ~ '^[A-Z]{1,2}[0-9][0-9A-Z]?$'),
	CONSTRAINT "postcode_districts_latitude" CHECK ("postcode_districts"."latitude" between 49 and 61),
	CONSTRAINT "postcode_districts_longitude" CHECK ("postcode_districts"."longitude" between -9 and 2.5)
);
--> statement-breakpoint
CREATE TABLE "towns" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"place_id" uuid,
	"district_id" uuid,
	CONSTRAINT "towns_name" CHECK (btrim("towns"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "indexed_words" (
	"word" text PRIMARY KEY NOT NULL,
	"services" double precision DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_index" (
	"service_id" uuid PRIMARY KEY NOT NULL,
	"words" "tsvector" NOT NULL,
	"term_ids" uuid[] DEFAULT '{}' NOT NULL,
	"place_ids" uuid[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_points" (
	"service_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	CONSTRAINT "service_points_service_id_location_id_pk" PRIMARY KEY("service_id","location_id")
);
--> statement-breakpoint
CREATE TABLE "accessibility" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"location_id" uuid NOT NULL,
	"description" text NOT NULL,
	"details" text DEFAULT '' NOT NULL,
	"url" text,
	CONSTRAINT "accessibility_description" CHECK (btrim("accessibility"."description") <> '')
);
--> statement-breakpoint
CREATE TABLE "addresses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"location_id" uuid NOT NULL,
	"address_type" text DEFAULT 'physical' NOT NULL,
	"address_1" text NOT NULL,
	"city" text NOT NULL,
	"state_province" text NOT NULL,
	"postal_code" text NOT NULL,
	"country" text DEFAULT 'GB' NOT NULL,
	CONSTRAINT "addresses_type" CHECK ("addresses"."address_type" in ('physical', 'postal', 'virtual')),
	CONSTRAINT "addresses_country" CHECK ("addresses"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "addresses_line" CHECK (btrim("addresses"."address_1") <> '')
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid,
	"organisation_id" uuid,
	"service_at_location_id" uuid,
	"name" text,
	"title" text,
	"email" text,
	"is_public" boolean DEFAULT true NOT NULL,
	CONSTRAINT "contacts_one_owner" CHECK (num_nonnulls("contacts"."service_id", "contacts"."organisation_id", "contacts"."service_at_location_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "cost_options" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"option" text NOT NULL,
	"amount" numeric(10, 2),
	"amount_description" text DEFAULT '' NOT NULL,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "cost_options_amount" CHECK ("cost_options"."amount" is null or "cost_options"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "funding" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid,
	"organisation_id" uuid,
	"source" text NOT NULL,
	CONSTRAINT "funding_one_owner" CHECK (num_nonnulls("funding"."service_id", "funding"."organisation_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "languages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid,
	"location_id" uuid,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "languages_one_owner" CHECK (num_nonnulls("languages"."service_id", "languages"."location_id") = 1),
	CONSTRAINT "languages_code" CHECK ("languages"."code" ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "locations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid,
	"location_type" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"transportation" text DEFAULT '' NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"uprn" text,
	"place_id" uuid,
	"district_id" uuid,
	"address_is_hidden" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "locations_type" CHECK ("locations"."location_type" in ('physical', 'postal', 'virtual')),
	CONSTRAINT "locations_point" CHECK (("locations"."latitude" is null) = ("locations"."longitude" is null)),
	CONSTRAINT "locations_latitude" CHECK ("locations"."latitude" is null or "locations"."latitude" between -90 and 90),
	CONSTRAINT "locations_longitude" CHECK ("locations"."longitude" is null or "locations"."longitude" between -180 and 180)
);
--> statement-breakpoint
CREATE TABLE "organisation_terms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	"link_type" text
);
--> statement-breakpoint
CREATE TABLE "phones" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"contact_id" uuid,
	"service_id" uuid,
	"organisation_id" uuid,
	"location_id" uuid,
	"number" text NOT NULL,
	"extension" text,
	"type" text,
	"description" text DEFAULT '' NOT NULL,
	"is_public" boolean DEFAULT true NOT NULL,
	CONSTRAINT "phones_one_owner" CHECK (num_nonnulls("phones"."contact_id", "phones"."service_id", "phones"."organisation_id", "phones"."location_id") = 1),
	CONSTRAINT "phones_number" CHECK ("phones"."number" ~ '[0-9]{3}')
);
--> statement-breakpoint
CREATE TABLE "removed_services" (
	"service_id" uuid PRIMARY KEY NOT NULL,
	"removed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid,
	"service_at_location_id" uuid,
	"valid_from" date,
	"valid_to" date,
	"dtstart" date,
	"freq" text,
	"interval" integer DEFAULT 1 NOT NULL,
	"byday" text,
	"bymonthday" text,
	"opens_at" time,
	"closes_at" time,
	"description" text DEFAULT '' NOT NULL,
	"is_closed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "schedules_one_owner" CHECK (num_nonnulls("schedules"."service_id", "schedules"."service_at_location_id") = 1),
	CONSTRAINT "schedules_freq" CHECK ("schedules"."freq" is null or "schedules"."freq" in ('WEEKLY', 'MONTHLY')),
	CONSTRAINT "schedules_interval" CHECK ("schedules"."interval" >= 1 and ("schedules"."interval" = 1 or "schedules"."dtstart" is not null)),
	CONSTRAINT "schedules_validity" CHECK ("schedules"."valid_to" is null or "schedules"."valid_from" is null or "schedules"."valid_to" >= "schedules"."valid_from"),
	CONSTRAINT "schedules_hours" CHECK ("schedules"."closes_at" is null or "schedules"."opens_at" is null or "schedules"."closes_at" > "schedules"."opens_at"),
	CONSTRAINT "schedules_byday" CHECK ("schedules"."byday" is null or "schedules"."byday" ~ '^([+-]?[0-9]*(MO|TU|WE|TH|FR|SA|SU))(,[+-]?[0-9]*(MO|TU|WE|TH|FR|SA|SU))*$')
);
--> statement-breakpoint
CREATE TABLE "service_areas" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"name" text NOT NULL,
	"footprint_id" uuid,
	"place_id" uuid,
	"uri" text,
	CONSTRAINT "service_areas_name" CHECK (btrim("service_areas"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "service_places" (
	"service_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	CONSTRAINT "service_places_service_id_place_id_pk" PRIMARY KEY("service_id","place_id")
);
--> statement-breakpoint
CREATE TABLE "service_terms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	"link_type" text
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"url" text,
	"email" text,
	"state" text DEFAULT 'live' NOT NULL,
	"eligibility" text DEFAULT '' NOT NULL,
	"minimum_age" integer,
	"maximum_age" integer,
	"referral_route" text DEFAULT '' NOT NULL,
	"getting_there" text DEFAULT '' NOT NULL,
	"is_online" boolean DEFAULT false NOT NULL,
	"capacity" text DEFAULT 'open' NOT NULL,
	"wait_weeks" integer,
	"confirmed_on" date,
	"assurer_email" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "services_slug_unique" UNIQUE("slug"),
	CONSTRAINT "services_slug" CHECK ("services"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "services_name" CHECK (btrim("services"."name") <> ''),
	CONSTRAINT "services_state" CHECK ("services"."state" in ('draft', 'waiting', 'live', 'temporarily-closed', 'archived')),
	CONSTRAINT "services_capacity" CHECK ("services"."capacity" in ('open', 'waiting-list', 'full')),
	CONSTRAINT "services_ages" CHECK (coalesce("services"."minimum_age", 0) >= 0 and coalesce("services"."maximum_age", 150) >= coalesce("services"."minimum_age", 0)),
	CONSTRAINT "services_url" CHECK ("services"."url" is null or "services"."url" ~ '^https?://'),
	CONSTRAINT "services_wait" CHECK ("services"."wait_weeks" is null or ("services"."wait_weeks" >= 0 and "services"."capacity" = 'waiting-list'))
);
--> statement-breakpoint
CREATE TABLE "services_at_locations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"description" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "taxonomies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"uri" text,
	"version" text,
	CONSTRAINT "taxonomies_slug_unique" UNIQUE("slug"),
	CONSTRAINT "taxonomies_slug" CHECK ("taxonomies"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "taxonomy_terms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"taxonomy_id" uuid NOT NULL,
	"parent_id" uuid,
	"slug" text NOT NULL,
	"code" text,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"term_uri" text,
	"words" text[] DEFAULT '{}' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "taxonomy_terms_slug" CHECK ("taxonomy_terms"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "taxonomy_terms_name" CHECK (btrim("taxonomy_terms"."name") <> '')
);
--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_groups" ADD CONSTRAINT "calendar_groups_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_groups" ADD CONSTRAINT "calendar_groups_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendars" ADD CONSTRAINT "calendars_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendars"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_term_id_taxonomy_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."taxonomy_terms"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occurrences" ADD CONSTRAINT "occurrences_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feeds_into" ADD CONSTRAINT "feeds_into_from_group_id_groups_id_fk" FOREIGN KEY ("from_group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feeds_into" ADD CONSTRAINT "feeds_into_to_group_id_groups_id_fk" FOREIGN KEY ("to_group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_places" ADD CONSTRAINT "group_places_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_places" ADD CONSTRAINT "group_places_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_rules" ADD CONSTRAINT "group_rules_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_footprint_id_footprints_id_fk" FOREIGN KEY ("footprint_id") REFERENCES "public"."footprints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_host_organisation_id_organisations_id_fk" FOREIGN KEY ("host_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_items" ADD CONSTRAINT "standing_items_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_terms" ADD CONSTRAINT "theme_terms_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_terms" ADD CONSTRAINT "theme_terms_term_id_taxonomy_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."taxonomy_terms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_groups" ADD CONSTRAINT "agenda_item_groups_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_groups" ADD CONSTRAINT "agenda_item_groups_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_sponsor_organisation_id_organisations_id_fk" FOREIGN KEY ("sponsor_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_forward_plan_entry_id_forward_plan_entries_id_fk" FOREIGN KEY ("forward_plan_entry_id") REFERENCES "public"."forward_plan_entries"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_raised_item_id_raised_items_id_fk" FOREIGN KEY ("raised_item_id") REFERENCES "public"."raised_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forward_plan_entries" ADD CONSTRAINT "forward_plan_entries_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forward_plan_entries" ADD CONSTRAINT "forward_plan_entries_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_groups" ADD CONSTRAINT "meeting_groups_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_groups" ADD CONSTRAINT "meeting_groups_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_occurrence_id_occurrences_id_fk" FOREIGN KEY ("occurrence_id") REFERENCES "public"."occurrences"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raised_items" ADD CONSTRAINT "raised_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raised_items" ADD CONSTRAINT "raised_items_from_group_id_groups_id_fk" FOREIGN KEY ("from_group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raised_items" ADD CONSTRAINT "raised_items_to_group_id_groups_id_fk" FOREIGN KEY ("to_group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raised_items" ADD CONSTRAINT "raised_items_raised_by_id_people_id_fk" FOREIGN KEY ("raised_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_places" ADD CONSTRAINT "opportunity_places_opportunity_id_opportunities_id_fk" FOREIGN KEY ("opportunity_id") REFERENCES "public"."opportunities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_places" ADD CONSTRAINT "opportunity_places_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_names" ADD CONSTRAINT "former_names_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_districts" ADD CONSTRAINT "organisation_districts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_districts" ADD CONSTRAINT "organisation_districts_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_identifiers" ADD CONSTRAINT "organisation_identifiers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_places" ADD CONSTRAINT "organisation_places_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_places" ADD CONSTRAINT "organisation_places_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_slugs" ADD CONSTRAINT "organisation_slugs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "footprint_districts" ADD CONSTRAINT "footprint_districts_footprint_id_footprints_id_fk" FOREIGN KEY ("footprint_id") REFERENCES "public"."footprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "footprint_districts" ADD CONSTRAINT "footprint_districts_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "footprint_places" ADD CONSTRAINT "footprint_places_footprint_id_footprints_id_fk" FOREIGN KEY ("footprint_id") REFERENCES "public"."footprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "footprint_places" ADD CONSTRAINT "footprint_places_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_districts" ADD CONSTRAINT "place_districts_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_districts" ADD CONSTRAINT "place_districts_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postcode_districts" ADD CONSTRAINT "postcode_districts_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postcode_districts" ADD CONSTRAINT "postcode_districts_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "towns" ADD CONSTRAINT "towns_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "towns" ADD CONSTRAINT "towns_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_index" ADD CONSTRAINT "service_index_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_points" ADD CONSTRAINT "service_points_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accessibility" ADD CONSTRAINT "accessibility_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_service_at_location_id_services_at_locations_id_fk" FOREIGN KEY ("service_at_location_id") REFERENCES "public"."services_at_locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cost_options" ADD CONSTRAINT "cost_options_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding" ADD CONSTRAINT "funding_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding" ADD CONSTRAINT "funding_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "languages" ADD CONSTRAINT "languages_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "languages" ADD CONSTRAINT "languages_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "locations" ADD CONSTRAINT "locations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "locations" ADD CONSTRAINT "locations_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "locations" ADD CONSTRAINT "locations_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_terms" ADD CONSTRAINT "organisation_terms_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_terms" ADD CONSTRAINT "organisation_terms_term_id_taxonomy_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."taxonomy_terms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phones" ADD CONSTRAINT "phones_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phones" ADD CONSTRAINT "phones_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phones" ADD CONSTRAINT "phones_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phones" ADD CONSTRAINT "phones_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_service_at_location_id_services_at_locations_id_fk" FOREIGN KEY ("service_at_location_id") REFERENCES "public"."services_at_locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_areas" ADD CONSTRAINT "service_areas_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_areas" ADD CONSTRAINT "service_areas_footprint_id_footprints_id_fk" FOREIGN KEY ("footprint_id") REFERENCES "public"."footprints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_areas" ADD CONSTRAINT "service_areas_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_places" ADD CONSTRAINT "service_places_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_places" ADD CONSTRAINT "service_places_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_terms" ADD CONSTRAINT "service_terms_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_terms" ADD CONSTRAINT "service_terms_term_id_taxonomy_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."taxonomy_terms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services_at_locations" ADD CONSTRAINT "services_at_locations_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services_at_locations" ADD CONSTRAINT "services_at_locations_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taxonomy_terms" ADD CONSTRAINT "taxonomy_terms_taxonomy_id_taxonomies_id_fk" FOREIGN KEY ("taxonomy_id") REFERENCES "public"."taxonomies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "changes_noun" ON "changes" USING btree ("noun","noun_id","at");--> statement-breakpoint
CREATE INDEX "changes_at" ON "changes" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email_key" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_current" ON "role_grants" USING btree ("person_id","role","scope_id") WHERE "role_grants"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "role_grants_scope_idx" ON "role_grants" USING btree ("scope_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "calendar_groups_group" ON "calendar_groups" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "calendars_source" ON "calendars" USING btree ("source");--> statement-breakpoint
CREATE UNIQUE INDEX "events_calendar_uid" ON "events" USING btree ("calendar_id","uid") WHERE "events"."calendar_id" is not null;--> statement-breakpoint
CREATE INDEX "events_organisation" ON "events" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "events_service" ON "events" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "events_place" ON "events" USING btree ("place_id");--> statement-breakpoint
CREATE UNIQUE INDEX "occurrences_key" ON "occurrences" USING btree ("event_id","recurrence_id");--> statement-breakpoint
CREATE INDEX "occurrences_day" ON "occurrences" USING btree ("starts_on","id");--> statement-breakpoint
CREATE INDEX "occurrences_starts" ON "occurrences" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "feeds_into_to" ON "feeds_into" USING btree ("to_group_id");--> statement-breakpoint
CREATE INDEX "group_places_place" ON "group_places" USING btree ("place_id");--> statement-breakpoint
CREATE UNIQUE INDEX "groups_one_network_a_place" ON "groups" USING btree ("place_id") WHERE "groups"."kind" = 'place-network' and "groups"."is_current";--> statement-breakpoint
CREATE UNIQUE INDEX "groups_one_board_a_place" ON "groups" USING btree ("place_id") WHERE "groups"."kind" = 'place-board' and "groups"."is_current";--> statement-breakpoint
CREATE INDEX "groups_place" ON "groups" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "members_group" ON "members" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "members_organisation" ON "members" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "seats_group" ON "seats" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "seats_organisation" ON "seats" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "standing_items_order" ON "standing_items" USING btree ("group_id","at_end","position");--> statement-breakpoint
CREATE INDEX "theme_terms_term" ON "theme_terms" USING btree ("term_id");--> statement-breakpoint
CREATE INDEX "themes_group" ON "themes" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "themes_parent" ON "themes" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "agenda_item_groups_group" ON "agenda_item_groups" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "agenda_items_meeting" ON "agenda_items" USING btree ("meeting_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_items_raised" ON "agenda_items" USING btree ("raised_item_id") WHERE "agenda_items"."raised_item_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_items_forward_plan" ON "agenda_items" USING btree ("forward_plan_entry_id") WHERE "agenda_items"."forward_plan_entry_id" is not null;--> statement-breakpoint
CREATE INDEX "forward_plan_group" ON "forward_plan_entries" USING btree ("group_id","due_from");--> statement-breakpoint
CREATE INDEX "forward_plan_meeting" ON "forward_plan_entries" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_groups_group" ON "meeting_groups" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meetings_occurrence" ON "meetings" USING btree ("occurrence_id") WHERE "meetings"."occurrence_id" is not null;--> statement-breakpoint
CREATE INDEX "meetings_day" ON "meetings" USING btree ("held_on","starts_at","id");--> statement-breakpoint
CREATE INDEX "meetings_on_rise_of" ON "meetings" USING btree ("on_rise_of_id");--> statement-breakpoint
CREATE INDEX "raised_items_meeting" ON "raised_items" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "raised_items_waiting" ON "raised_items" USING btree ("to_group_id","raised_at") WHERE "raised_items"."status" = 'raised';--> statement-breakpoint
CREATE INDEX "opportunities_open" ON "opportunities" USING btree ("state","closes_at");--> statement-breakpoint
CREATE INDEX "opportunities_organisation" ON "opportunities" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "opportunity_places_place" ON "opportunity_places" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "former_names_organisation" ON "former_names" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "organisation_districts_district" ON "organisation_districts" USING btree ("district_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_identifiers_key" ON "organisation_identifiers" USING btree ("scheme","identifier","organisation_id");--> statement-breakpoint
CREATE INDEX "organisation_identifiers_organisation" ON "organisation_identifiers" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "organisation_places_place" ON "organisation_places" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "organisations_list" ON "organisations" USING btree ("state",lower("name"),"id");--> statement-breakpoint
CREATE INDEX "organisations_kind_idx" ON "organisations" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "organisations_branch" ON "organisations" USING btree ("branch_of_id");--> statement-breakpoint
CREATE INDEX "organisations_name_trgm" ON "organisations" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "footprint_districts_district" ON "footprint_districts" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "footprint_places_place" ON "footprint_places" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "place_districts_district" ON "place_districts" USING btree ("district_id");--> statement-breakpoint
CREATE UNIQUE INDEX "towns_name_key" ON "towns" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "indexed_words_trgm" ON "indexed_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "service_index_words" ON "service_index" USING gin ("words");--> statement-breakpoint
CREATE INDEX "service_index_terms" ON "service_index" USING gin ("term_ids");--> statement-breakpoint
CREATE INDEX "service_index_places" ON "service_index" USING gin ("place_ids");--> statement-breakpoint
CREATE INDEX "service_points_earth" ON "service_points" USING gist (ll_to_earth("latitude", "longitude"));--> statement-breakpoint
CREATE INDEX "accessibility_location" ON "accessibility" USING btree ("location_id");--> statement-breakpoint
CREATE INDEX "addresses_location" ON "addresses" USING btree ("location_id");--> statement-breakpoint
CREATE INDEX "contacts_service" ON "contacts" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "contacts_organisation" ON "contacts" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "contacts_service_at_location" ON "contacts" USING btree ("service_at_location_id");--> statement-breakpoint
CREATE INDEX "cost_options_service" ON "cost_options" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "funding_service" ON "funding" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "languages_service" ON "languages" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "locations_place" ON "locations" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "locations_organisation" ON "locations" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_terms_key" ON "organisation_terms" USING btree ("organisation_id","term_id");--> statement-breakpoint
CREATE INDEX "organisation_terms_term" ON "organisation_terms" USING btree ("term_id");--> statement-breakpoint
CREATE INDEX "phones_contact" ON "phones" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "phones_service" ON "phones" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "phones_organisation" ON "phones" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "schedules_service" ON "schedules" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "schedules_service_at_location" ON "schedules" USING btree ("service_at_location_id");--> statement-breakpoint
CREATE INDEX "service_areas_service" ON "service_areas" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "service_areas_place" ON "service_areas" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "service_places_place" ON "service_places" USING btree ("place_id");--> statement-breakpoint
CREATE UNIQUE INDEX "service_terms_key" ON "service_terms" USING btree ("service_id","term_id");--> statement-breakpoint
CREATE INDEX "service_terms_term" ON "service_terms" USING btree ("term_id");--> statement-breakpoint
CREATE INDEX "services_organisation" ON "services" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "services_list" ON "services" USING btree ("state",lower("name"),"id");--> statement-breakpoint
CREATE UNIQUE INDEX "services_at_locations_key" ON "services_at_locations" USING btree ("service_id","location_id");--> statement-breakpoint
CREATE INDEX "services_at_locations_location" ON "services_at_locations" USING btree ("location_id");--> statement-breakpoint
CREATE UNIQUE INDEX "taxonomy_terms_slug_key" ON "taxonomy_terms" USING btree ("taxonomy_id","slug");--> statement-breakpoint
CREATE INDEX "taxonomy_terms_parent" ON "taxonomy_terms" USING btree ("parent_id");