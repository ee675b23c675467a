import { eq } from "drizzle-orm";
import { examine, type Outside } from "#app/domain/calendars/doctor/check-source.server.ts";
import { namedBy } from "#app/domain/calendars/doctor/checked-source.server.ts";
import type { SourceFields } from "#app/domain/calendars/doctor/inputs.ts";
import { sealSource } from "#app/domain/calendars/sources/sealed-source.server.ts";
import { lockCalendar } from "#app/domain/calendars/sync/connect-calendar.server.ts";
import { findKeptCalendar } from "#app/domain/calendars/sync/find-kept.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { Conflict, Invalid } from "#app/domain/errors.ts";
import { record } from "#app/domain/record.server.ts";
import { calendars } from "#db/schema/calendars.ts";
import { readSoon } from "./pause.server.ts";

/**
 * Says where a calendar is kept now: a new address, or a new password. It is asked first, so that what works is never
 * given up for what does not. Its rows stay: they are known again by their UIDs. Throws NotFound, Conflict, Invalid.
 */
export async function changeSource(
  ctx: Ctx & { actor: Person },
  id: string,
  given: SourceFields,
  outside: Outside,
): Promise<void> {
  const { calendar } = await findKeptCalendar(ctx, id);
  const how = calendar.kind === "caldav" ? "caldav" : "address";
  if (calendar.kind !== how) throw new Conflict("This calendar is a file. Send a new file instead.");
  const named = namedBy({ ...given, how, sealed: "" }, null, ctx.actor, ctx.now);
  const all = { match: { by: "all" as const, pattern: "" }, collection: given.collection };
  const found = await examine(named, all, ctx.now, outside);
  const field = how === "caldav" ? "server" : "address";
  if (found.advice)
    throw new Invalid(found.advice.problem, {
      [field]: [found.advice.problem, ...found.advice.steps].join(" "),
    });
  if (!found.source) {
    const message = `This account has several calendars. Give the whole address of one: ${found.choices?.map(({ source }) => source).join(", ")}`;
    throw new Invalid(message, { [field]: message });
  }
  const sealed = sealSource({ ...found.source, mayBePrivate: calendar.mayBePrivate });
  await ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const before = await lockCalendar(inside, id);
    // What the old address said of itself means nothing at the new one
    const unknown = { etag: null, lastModified: null, syncToken: null };
    await db
      .update(calendars)
      .set({ ...sealed, ...unknown, updatedAt: ctx.now })
      .where(eq(calendars.id, id));
    await readSoon(inside, id);
    const shown = ({ sourceShown, account }: typeof before) => ({ sourceShown, account });
    const change = { deed: "change source of calendar", noun: "calendar", nounId: id };
    await record(inside, { ...change, before: shown(before), after: shown({ ...before, ...sealed }) });
  });
}
