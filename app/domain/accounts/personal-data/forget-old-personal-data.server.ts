import { and, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { record } from "#app/domain/record.server.ts";
import { changes, sessions, throttles, tokens } from "#db/schema/accounts.ts";
import { cases } from "#db/schema/keeping/cases.ts";
import { mails } from "#db/schema/keeping/mails.ts";
import { registrations } from "#db/schema/keeping/registrations.ts";
import { organisations } from "#db/schema/organisations.ts";
import { forgetOldDiaryTraces, forgetOldWaiting } from "./diary-traces.server.ts";

const DAY_MS = 86_400_000;

/** How long what is kept, in days (docs/decisions/014 says why). */
export const keptFor = {
  spentLinks: 30,
  mails: 365,
  idleRegistrations: 90,
  closedCases: 365,
  diary: 365,
  waitingFiles: 30,
} as const;

/** An id of no row: what is forgotten by the clock is recorded as one change of the whole. */
const EVERYBODY = "00000000-0000-0000-0000-000000000000";

/** Deletes what has no reason to be kept any longer. Twice is as good as once; nothing to delete leaves no record. */
export function forgetOldPersonalData(ctx: Ctx): Promise<Record<string, number>> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const forgotten = {
      sessions: await forgetSessions(inside),
      tokens: await forgetTokens(inside),
      attempts: await forgetAttempts(inside),
      mails: await forgetMails(inside),
      registrations: await forgetIdleRegistrations(inside),
      cases: await forgetContactsOfCases(inside),
      diary: await forgetOldDiaryTraces(inside, ago(inside, keptFor.diary)),
      waitingFiles: await forgetOldWaiting(inside, ago(inside, keptFor.waitingFiles)),
    };
    if (Object.values(forgotten).some((count) => count > 0)) {
      const deed = "forget old personal data";
      await record(inside, { deed, noun: "personal data", nounId: EVERYBODY, after: forgotten });
    }
    return forgotten;
  });
}

const ago = ({ now }: Ctx, days: number) => new Date(now.getTime() - days * DAY_MS);

async function forgetSessions(ctx: Ctx): Promise<number> {
  const gone = await ctx.db
    .delete(sessions)
    .where(lt(sessions.expiresAt, ctx.now))
    .returning({ id: sessions.id });
  return gone.length;
}

async function forgetTokens(ctx: Ctx): Promise<number> {
  // A while longer than they open anything: whoever comes late is told that the link is old, and given a new one
  const since = ago(ctx, keptFor.spentLinks);
  const [isOver, wasUsed] = [lt(tokens.expiresAt, since), lt(tokens.usedAt, since)];
  const gone = await ctx.db.delete(tokens).where(or(isOver, wasUsed)).returning({ hash: tokens.hash });
  return gone.length;
}

async function forgetAttempts(ctx: Ctx): Promise<number> {
  const gone = await ctx.db
    .delete(throttles)
    .where(lt(throttles.expire, ctx.now))
    .returning({ key: throttles.key });
  return gone.length;
}

/** Old mails, and those that said farewell to somebody: their address is the last thing to go. */
async function forgetMails(ctx: Ctx): Promise<number> {
  const isFarewell = and(eq(mails.kind, "account erased"), isNotNull(mails.sentAt));
  const gone = await ctx.db
    .delete(mails)
    .where(or(lt(mails.sentAt, ago(ctx, keptFor.mails)), isFarewell))
    .returning({ id: mails.id });
  return gone.length;
}

/** Registrations that nobody sent in, with the drafts that they filled. */
async function forgetIdleRegistrations(ctx: Ctx): Promise<number> {
  const idle = ctx.db
    .select({ id: registrations.organisationId })
    .from(registrations)
    .where(
      and(
        isNull(registrations.submittedAt),
        lt(registrations.updatedAt, ago(ctx, keptFor.idleRegistrations)),
      ),
    );
  const gone = await ctx.db
    .delete(organisations)
    .where(and(inArray(organisations.id, idle), eq(organisations.state, "draft")))
    .returning({ id: organisations.id });
  if (gone.length > 0)
    await forgetWordsOf(
      ctx,
      gone.map(({ id }) => id),
    );
  return gone.length;
}

/** The record of a draft that never was holds nothing but what its maker typed. */
async function forgetWordsOf({ db }: Ctx, ids: string[]): Promise<void> {
  await db.update(changes).set({ before: null, after: null }).where(inArray(changes.nounId, ids));
}

/** A case without who raised it: how to check that it is them ("ring me on …") is theirs as much as their name. */
export const withoutContact = {
  fromName: "",
  fromEmail: null,
  details: sql`${cases.details} - 'role' - 'howToCheck'`,
};

/** Who reported or asked, a year after it was answered. What was decided stays. */
async function forgetContactsOfCases(ctx: Ctx): Promise<number> {
  const isOld = lt(cases.decidedAt, ago(ctx, keptFor.closedCases));
  const hasContact = or(isNotNull(cases.fromEmail), sql`${cases.fromName} <> ''`);
  const gone = await ctx.db
    .update(cases)
    .set(withoutContact)
    .where(and(isOld, hasContact))
    .returning({ id: cases.id });
  return gone.length;
}
