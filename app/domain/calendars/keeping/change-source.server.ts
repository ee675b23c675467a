import { eq } from "drizzle-orm";
import { examine, type Outside } from "#app/domain/calendars/doctor/check-source.server.ts";
import { type Named, namedBy } from "#app/domain/calendars/doctor/checked-source.server.ts";
import type { SourceFields } from "#app/domain/calendars/doctor/inputs.ts";
import { findCalendarToChange } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import { openSource, sealSource } from "#app/domain/calendars/sources/sealed-source.server.ts";
import { type Calendar, lockCalendar } from "#app/domain/calendars/sync/keep-connection.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { Conflict, Invalid } from "#app/domain/errors.ts";
import { record } from "#app/domain/record.server.ts";
import { calendars } from "#db/schema/calendars.ts";
import { readSoon } from "./pause.server.ts";

/**
 * Says where a calendar is kept now: a new address, or a new password. It is asked first, so that what works is never
 * given up for what does not. Its rows stay: they are known again by their UIDs. Throws NotFound, NotAllowed, Conflict, Invalid.
 */
export async function changeSource(
  ctx: Ctx & { actor: Person },
  id: string,
  given: SourceFields,
  outside: Outside,
): Promise<void> {
  const { calendar } = await findCalendarToChange(ctx, id);
  const how = calendar.kind === "caldav" ? "caldav" : "address";
  if (calendar.kind !== how) throw new Conflict("This calendar is a file. Send a new file instead.");
  const named = namedBy({ ...given, how, sealed: "" }, null, ctx.actor, ctx.now);
  const found = await examineAgain(ctx, calendar, named, given, outside);
  const server = found.advice?.isPassword ? "password" : "server";
  const field = how === "caldav" ? server : "address";
  if (found.advice)
    throw new Invalid(found.advice.problem, {
      [field]: [found.advice.problem, ...found.advice.steps].join(" "),
    });
  if (!found.source) {
    const message = `This account has several calendars. Give the whole address of one: ${found.choices?.map(({ source }) => source).join(", ")}`;
    throw new Invalid(message, { [field]: message });
  }
  const mayBePrivate = calendar.mayBePrivate && isAtSameDoor(addressOf(calendar), found.source.source);
  const sealed = sealSource({ ...found.source, mayBePrivate });
  await ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const before = await lockCalendar(inside, id);
    // What the old address said of itself means nothing at the new one
    const unknown = { etag: null, lastModified: null, syncToken: null };
    // A password is that of whoever gave it
    const by = sealed.sealedPassword ? { connectedById: ctx.actor.id } : {};
    await db
      .update(calendars)
      .set({ ...sealed, ...unknown, ...by, updatedAt: ctx.now })
      .where(eq(calendars.id, id));
    await readSoon(inside, id);
    const shown = ({ sourceShown, account }: typeof before) => ({ sourceShown, account });
    const change = { deed: "change source of calendar", noun: "calendar", nounId: id };
    await record(inside, { ...change, before: shown(before), after: shown({ ...before, ...sealed }) });
  });
}

/**
 * A host of a private network may be asked only for as long as it stays that one: from a terminal any may be named, from
 * a page none. The collection that it is now is asked itself, as looking for others is asking like anybody.
 */
function examineAgain(
  { now }: Ctx,
  calendar: Calendar,
  { source, upload }: Named,
  given: SourceFields,
  outside: Outside,
) {
  const before = addressOf(calendar);
  const mayBePrivate = calendar.mayBePrivate && isAtSameDoor(before, source.source);
  const isSame = before !== null && URL.canParse(source.source) && new URL(source.source).href === before;
  const collection = given.collection || (isSame ? before : "");
  const all = { match: { by: "all" as const, pattern: "" }, collection };
  return examine({ source: { ...source, mayBePrivate }, upload }, all, now, outside);
}

/** Null where it cannot be opened any more. */
function addressOf(calendar: Calendar): string | null {
  try {
    return new URL(openSource(calendar).source.replace(/^webcals?:/i, "https:")).href;
  } catch {
    return null;
  }
}

/** One host and one port: nothing else of an address says who answers. */
function isAtSameDoor(before: string | null, given: string): boolean {
  if (before === null || !URL.canParse(given)) return false;
  const [one, other] = [new URL(before), new URL(given)];
  const portOf = ({ port, protocol }: URL) => port || (protocol === "http:" ? "80" : "443");
  return one.hostname === other.hostname && portOf(one) === portOf(other);
}
