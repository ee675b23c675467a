import { sql } from "drizzle-orm";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, updatedAt } from "../columns.ts";
import { organisations } from "../organisations.ts";

/** Somebody without an account registers an organisation, whose draft row they fill step by step. */
export const registrations = pgTable(
  "registrations",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .unique()
      .references(() => organisations.id, { onDelete: "cascade" }),
    contactName: text("contact_name").notNull().default(""),
    contactEmail: text("contact_email").notNull().default(""),
    contactRole: text("contact_role").notNull().default(""),
    emailVerifiedAt: instant("email_verified_at"),
    /** Sections that were saved, even if with nothing in them. */
    stepsDone: text("steps_done").array().notNull().default(sql`'{}'`),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    submittedAt: instant("submitted_at"),
    decidedAt: instant("decided_at"),
  },
  (t) => [index("registrations_idle").on(t.updatedAt).where(sql`${t.submittedAt} is null`)],
);
