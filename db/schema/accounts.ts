import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { actorKinds, roles, scopedRoles } from "../vocabulary.ts";
import { tokenPurposes } from "../vocabulary-keeping.ts";
import { createdAt, id, instant, notBlank, oneOf, updatedAt, word } from "./columns.ts";

export const people = pgTable(
  "people",
  {
    id: id(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    emailVerifiedAt: instant("email_verified_at"),
    passwordHash: text("password_hash"),
    /** Sealed with the site's key (app/gateways/secret-box.server.ts); in use once `totpSince` is set. */
    totpSecret: text("totp_secret"),
    totpSince: instant("totp_since"),
    /** The last time step whose code was taken: a code works once. */
    totpStep: integer("totp_step"),
    isDemo: boolean("is_demo").notNull().default(false),
    /** The person asked to be forgotten: name and address are gone, the row keeps what they changed together. */
    erasedAt: instant("erased_at"),
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
    createdAt: createdAt(),
    seenAt: instant("seen_at").notNull().defaultNow(),
    /** The browser and system in words: "Firefox on Android". */
    device: text("device").notNull().default(""),
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
    grantedById: uuid("granted_by_id").references((): AnyPgColumn => people.id, { onDelete: "set null" }),
    endedAt: instant("ended_at"),
    endedById: uuid("ended_by_id").references((): AnyPgColumn => people.id, { onDelete: "set null" }),
  },
  (t) => [
    check("role_grants_role", oneOf(t.role, roles)),
    check(
      "role_grants_scope",
      sql`(${t.role} in (${sql.raw(scopedRoles.map((role) => `'${role}'`).join(", "))})) = (${t.scopeId} is not null)`,
    ),
    check("role_grants_dates", sql`${t.endedAt} is null or ${t.endedAt} >= ${t.grantedAt}`),
    // NULLS NOT DISTINCT in migration 0005, which Drizzle cannot say: an unlimited role too is held once at a time.
    uniqueIndex("role_grants_current").on(t.personId, t.role, t.scopeId).where(sql`${t.endedAt} is null`),
    index("role_grants_person").on(t.personId),
    index("role_grants_scope_idx").on(t.scopeId),
  ],
);

/** Secret links: single use, short-lived, bound to a purpose and to a person, a record or an address. */
export const tokens = pgTable(
  "tokens",
  {
    /** SHA-256 of the token: reading the table opens nothing. */
    hash: text("hash").primaryKey(),
    purpose: word("purpose", tokenPurposes).notNull(),
    personId: uuid("person_id").references(() => people.id, { onDelete: "cascade" }),
    recordId: uuid("record_id"),
    email: text("email"),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [
    check("tokens_purpose", oneOf(t.purpose, tokenPurposes)),
    check("tokens_bound", sql`num_nonnulls(${t.personId}, ${t.recordId}, ${t.email}) >= 1`),
    index("tokens_person").on(t.personId, t.purpose),
    index("tokens_record").on(t.recordId, t.purpose),
    index("tokens_expiry").on(t.expiresAt),
  ],
);

/** Codes for somebody whose second factor is lost; each works once. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    hash: text("hash").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [index("recovery_codes_person").on(t.personId)],
);

/** What `rate-limiter-flexible` counts, in Postgres so that every instance counts together. */
export const throttles = pgTable(
  "throttles",
  {
    key: text("key").primaryKey(),
    points: integer("points").notNull().default(0),
    expire: instant("expire"),
  },
  (t) => [index("throttles_expire").on(t.expire)],
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
    index("changes_person").on(t.personId, t.at),
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
