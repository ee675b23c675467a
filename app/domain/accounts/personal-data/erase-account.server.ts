import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { erased } from "#app/domain/accounts/letters.ts";
import { takeTurns } from "#app/domain/accounts/roles/end-role.server.ts";
import { endSessionsOf } from "#app/domain/accounts/sessions/end-sessions.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { record } from "#app/domain/record.server.ts";
import { changes, people, recoveryCodes, roleGrants, tokens } from "#db/schema/accounts.ts";
import { groupFollowers } from "#db/schema/diary/following.ts";
import { seats } from "#db/schema/groups.ts";
import { cases } from "#db/schema/keeping/cases.ts";
import { mails } from "#db/schema/keeping/mails.ts";
import { registrations } from "#db/schema/keeping/registrations.ts";
import { forgetDiaryTraces } from "./diary-traces.server.ts";
import { withoutContact } from "./forget-old-personal-data.server.ts";
import { findWhatWaits } from "./what-waits.server.ts";

type Self = Ctx & { actor: Person };

/** What stands where a name stood. */
export const NAME_OF_ERASED = "Someone who left";

/**
 * Erases the account of whoever asks: name, address, password, second step, sessions, links and roles go, and their
 * name and address wherever else they left them. Who did what stays, by id alone (docs/decisions/014).
 * Throws Conflict where nobody would be left to look after something; `findWhatWaits` says what.
 */
export function eraseAccount(ctx: Self): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    await db.select({ id: people.id }).from(people).where(eq(people.id, ctx.actor.id)).for("update");
    await takeTurns(inside, [...ctx.actor.roles, ...(ctx.actor.heldBack ?? [])]);
    const waits = await findWhatWaits(inside);
    if (waits.isLastAdministrator || waits.soleOwnerOf.length > 0) {
      throw new Conflict("Somebody else must take over first: see what this page says.");
    }
    await endEveryRole(inside);
    await forgetSecrets(inside);
    await forgetWhatTheyLeft(inside);
    await forgetDiaryTraces(inside);
    await db
      .update(people)
      .set({
        name: NAME_OF_ERASED,
        email: `${ctx.actor.id}@erased.invalid`,
        emailVerifiedAt: null,
        passwordHash: null,
        totpSecret: null,
        totpSince: null,
        totpStep: null,
        erasedAt: ctx.now,
        updatedAt: ctx.now,
      })
      .where(eq(people.id, ctx.actor.id));
    await post(inside, { email: ctx.actor.email }, erased());
    await record(inside, { deed: "erase account", noun: "person", nounId: ctx.actor.id });
  });
}

async function endEveryRole({ db, actor, now }: Self): Promise<void> {
  const isHeld = or(isNull(roleGrants.endedAt), gt(roleGrants.endedAt, now));
  await db
    .update(roleGrants)
    // One that was to begin later begins and ends now: dates stay in order
    .set({
      endedAt: now,
      endedById: actor.id,
      grantedAt: sql`least(${roleGrants.grantedAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(and(eq(roleGrants.personId, actor.id), isHeld));
}

async function forgetSecrets(ctx: Self): Promise<void> {
  const { id, email } = ctx.actor;
  await endSessionsOf(ctx, id);
  await ctx.db
    .delete(tokens)
    .where(or(eq(tokens.personId, id), sql`lower(${tokens.email}) = lower(${email})`));
  await ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, id));
}

/** Their name and address in mails, cases, registrations, seats and the words of records about them. */
async function forgetWhatTheyLeft({ db, actor }: Self): Promise<void> {
  const { id, email } = actor;
  const isTheirs = (column: unknown) => sql`lower(${column}) = lower(${email})`;
  await db.delete(mails).where(or(eq(mails.personId, id), isTheirs(mails.toEmail)));
  const theirCases = or(eq(cases.personId, id), isTheirs(cases.fromEmail));
  await db.update(cases).set(withoutContact).where(theirCases);
  await db
    .update(registrations)
    .set({ contactName: "", contactEmail: "", contactRole: "" })
    .where(isTheirs(registrations.contactEmail));
  await db.delete(groupFollowers).where(eq(groupFollowers.personId, id));
  await db.update(seats).set({ personName: null }).where(eq(seats.personId, id));
  await db
    .update(changes)
    .set({ before: null, after: null })
    .where(and(eq(changes.noun, "person"), eq(changes.nounId, id)));
  const inWords = (column: AnyPgColumn) => sql`strpos(lower(${column}::text), lower(${email})) > 0`;
  const without = (column: AnyPgColumn) =>
    sql`regexp_replace(${column}::text, ${asPattern(email)}, 'erased', 'gi')::jsonb`;
  await db
    .update(changes)
    .set({ before: without(changes.before), after: without(changes.after) })
    .where(or(inWords(changes.before), inWords(changes.after)));
}

/** An address as a regular expression of Postgres that fits nothing else. */
const asPattern = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "\\$&");
