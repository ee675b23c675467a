import { eq } from "drizzle-orm";
import { findPersonActor } from "#app/domain/accounts/find.server.ts";
import {
  findSpentToken,
  findToken,
  issueToken,
  type OpenToken,
  useToken as spendToken,
} from "#app/domain/accounts/tokens.server.ts";
import { findKeepers } from "#app/domain/cases/find-handlers.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid, NotFound } from "#app/domain/errors.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { people } from "#db/schema/accounts.ts";
import { findChosen, writeConfirmed } from "./confirm-records.server.ts";
import { findLastDayToAsk, findReviewed, type ReviewedRecord } from "./find-due.server.ts";
import { freshLinkLetter } from "./letters.ts";

const DAYS_A_LINK_LASTS = 60;
const PURPOSE = "confirm-record";

/** What is behind a mailed link: its organisation (or one service), and what of it waits to be confirmed. */
export interface BehindLink {
  /** Used and old links open nothing any more, but lead to a new one. */
  isOpen: boolean;
  organisation: string;
  /** The address of the organisation. */
  slug: string;
  /** It went to somebody with an account, who can sign in and change what is not right. */
  hasAccount: boolean;
  records: ReviewedRecord[];
  /** The plain date on which the next confirmation falls due; null when nothing is ever due. */
  nextOn: string | null;
}

/** A secret for the mail to one addressee, bound to one record: an organisation's covers its own services too. */
export function issueConfirmLink(
  ctx: Ctx,
  bound: { recordId: string; personId: string | null; email: string },
): Promise<string> {
  return issueToken(ctx, { ...bound, purpose: PURPOSE, minutes: DAYS_A_LINK_LASTS * 24 * 60 });
}

/** What the page behind a link shows. It changes nothing: programs that check mail open every link. Throws NotFound. */
export async function findBehindLink(ctx: Ctx, token: string): Promise<BehindLink> {
  const open = await findToken(ctx, PURPOSE, token);
  const bound = open ?? (await findSpentToken(ctx, PURPOSE, token));
  const covered = bound ? await findCovered(ctx, bound) : [];
  const [first] = covered;
  if (!bound || !first) throw new NotFound("what this link is about");
  const [lastDay, isStill] = [await findLastDayToAsk(ctx), await isStillTheirs(ctx, bound, first)];
  const soonest = covered.map(({ dueOn }) => dueOn).toSorted();
  return {
    isOpen: open !== null && isStill,
    organisation: first.organisation,
    slug: first.organisationSlug,
    hasAccount: bound.personId !== null,
    records: covered.filter(({ dueOn }) => dueOn <= lastDay),
    nextOn: soonest[0] ?? null,
  };
}

/**
 * Confirms by a mailed link: the link is the permission, for its own record and that record's services alone.
 * Once nothing is left to confirm the link is used up. Throws Invalid for a link that is used, old, not ours or
 * whose addressee no longer keeps the record, or when nothing is chosen; NotFound for another's record.
 */
export function confirmByLink(ctx: Ctx, token: string, ids: readonly string[]): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const visiting = { ...ctx, db };
    const bound = await findToken(visiting, PURPOSE, token);
    const covered = bound ? await findCovered(visiting, bound) : [];
    const [first] = covered;
    if (!bound || !first || !(await isStillTheirs(visiting, bound, first))) throw new Invalid(usedOrOld);
    const chosen = await findChosen(visiting, ids);
    const own = new Set(covered.map(({ id }) => id));
    if (chosen.some(({ id }) => !own.has(id))) throw new NotFound("that record");
    const left = await leftAfter(visiting, covered, ids);
    if (left === 0) await spendToken(visiting, PURPOSE, token);
    const person = bound.personId ? await findPersonActor(db, bound.personId, ctx.now) : null;
    const inside = person ? { ...visiting, actor: person } : visiting;
    await writeConfirmed(inside, chosen, person ? undefined : "the record’s own address");
  });
}

/** Mails a new link to where a used or old one went. Says nothing of whether it did. */
export function sendFreshLink(ctx: Ctx, token: string): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const bound = await findSpentToken(inside, PURPOSE, token);
    const [first] = bound ? await findCovered(inside, bound) : [];
    if (!bound?.recordId || !first || !(await isStillTheirs(inside, bound, first))) return;
    const { recordId, personId } = bound;
    const email = await findAddress(inside, bound);
    if (!email) return;
    const fresh = await issueConfirmLink(inside, { recordId, personId, email });
    const letter = freshLinkLetter(first.organisation, fresh, personId !== null);
    await post(inside, { email, personId }, letter, { recordId });
  });
}

const usedOrOld =
  "This link has been used already, or it is too old. Ask for a new one with the button below.";

async function findCovered(ctx: Ctx, { recordId }: OpenToken): Promise<ReviewedRecord[]> {
  if (!recordId) return [];
  const whole = await findReviewed(ctx, { organisationIds: [recordId] });
  return whole.length > 0 ? whole : findReviewed(ctx, { ids: [recordId] });
}

/** A role that has ended, or an address that was changed since, takes the power out of a link. */
async function isStillTheirs(
  ctx: Ctx,
  { personId, email, recordId }: OpenToken,
  { organisationId }: ReviewedRecord,
): Promise<boolean> {
  const keepers = await findKeepers(ctx, organisationId);
  if (personId) return keepers.some(({ id }) => id === personId);
  if (keepers.length > 0 || !email || !recordId) return false;
  const [bound] = await findReviewed(ctx, { ids: [recordId] });
  return bound?.email?.toLowerCase() === email.toLowerCase();
}

async function findAddress({ db }: Ctx, { personId, email }: OpenToken): Promise<string | null> {
  if (!personId) return email;
  const [person] = await db.select({ email: people.email }).from(people).where(eq(people.id, personId));
  return person?.email ?? null;
}

async function leftAfter(
  ctx: Ctx,
  covered: readonly ReviewedRecord[],
  ids: readonly string[],
): Promise<number> {
  const lastDay = await findLastDayToAsk(ctx);
  return covered.filter(({ id, dueOn }) => dueOn <= lastDay && !ids.includes(id)).length;
}
