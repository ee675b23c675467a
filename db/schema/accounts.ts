import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { actorKinds, roles } from "../vocabulary.ts";
import { createdAt, id, instant, notBlank, oneOf, updatedAt, word } from "./columns.ts";

export const people = pgTable(
  "people",
  {
    id: id(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    passwordHash: text("password_hash"),
    isDemo: boolean("is_demo").notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("people_email_key").on(sql`lower(${t.email})`),
    check("people_name_not_blank", notBlank(t.name)),
    check("people_email_shape", sql`${t.email} like '%_@_%'`),
  ],
);

/** Lucia's table; `id` is the SHA-256 of the token, so reading the table is not a login. */
export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** Roles are granted and ended with dates; `scopeId` is the organisation or group they are limited to. */
export const roleGrants = pgTable(
  "role_grants",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    role: word("role", roles).notNull(),
    scopeId: uuid("scope_id"),
    grantedAt: instant("granted_at").notNull().defaultNow(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    check("role_grants_role", oneOf(t.role, roles)),
    check(
      "role_grants_scope",
      sql`(${t.role} in ('organisation-editor', 'group-lead', 'secretariat')) = (${t.scopeId} is not null)`,
    ),
    check("role_grants_dates", sql`${t.endedAt} is null or ${t.endedAt} >= ${t.grantedAt}`),
    // NULLS NOT DISTINCT in migration 0005, which Drizzle cannot say: an unlimited role too is held once at a time.
    uniqueIndex("role_grants_current").on(t.personId, t.role, t.scopeId).where(sql`${t.endedAt} is null`),
    index("role_grants_scope_idx").on(t.scopeId),
  ],
);

/** The audit record: one row per change, written in the change's own transaction. Never updated. */
export const changes = pgTable(
  "changes",
  {
    id: id(),
    at: instant("at").notNull(),
    actorKind: word("actor_kind", actorKinds).notNull(),
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    deed: text("deed").notNull(),
    noun: text("noun").notNull(),
    nounId: uuid("noun_id").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
  },
  (t) => [
    check("changes_actor_kind", oneOf(t.actorKind, actorKinds)),
    index("changes_noun").on(t.noun, t.nounId, t.at),
    index("changes_at").on(t.at),
  ],
);

/** One row that every recorded change advances: the version that kept pages are keyed by. */
export const dataVersion = pgTable(
  "data_version",
  {
    only: boolean("only").primaryKey().default(true),
    number: bigint("number", { mode: "number" }).notNull().default(0),
  },
  (t) => [check("data_version_single", sql`${t.only}`)],
);
