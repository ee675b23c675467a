import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { people } from "../accounts.ts";
import { createdAt, id, instant } from "../columns.ts";

/** Mails to send, and those that went: once gone, a mail's words (and its secret links) are forgotten. */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    /** Which letter it is: "sign-in link", "review due". */
    kind: text("kind").notNull(),
    toEmail: text("to_email").notNull(),
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    /** What it is about, so that a record's page can say what was sent. */
    recordId: uuid("record_id"),
    subject: text("subject").notNull(),
    /** The letter (app/domain/mail/letter.ts); null once it went. */
    letter: jsonb("letter"),
    /** Two deeds with one key send one mail. */
    onceKey: text("once_key").unique(),
    createdAt: createdAt(),
    sentAt: instant("sent_at"),
    attempts: integer("attempts").notNull().default(0),
    problem: text("problem"),
  },
  (t) => [
    check("mails_address", sql`${t.toEmail} like '%_@_%'`),
    check("mails_words", sql`${t.sentAt} is not null or ${t.letter} is not null`),
    index("mails_waiting").on(t.createdAt).where(sql`${t.sentAt} is null`),
    index("mails_record").on(t.recordId),
    index("mails_person").on(t.personId),
  ],
);
