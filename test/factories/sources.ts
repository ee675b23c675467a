import { eq, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { connectCalendar } from "#app/domain/meetings/calendar/connect-calendar.server.ts";
import { syncCalendar } from "#app/domain/meetings/calendar/sync-calendars.server.ts";
import {
  type CalendarSource,
  type KnownText,
  type ReadSource,
  wholeText,
} from "#app/gateways/calendar-source.server.ts";
import { calendars } from "#db/schema/calendars.ts";
import { calendarClocks } from "#db/schema/diary/syncs.ts";

export const source = { kind: "address", source: "https://network.example/diary-f3a9.ics" } as const;

/**
 * A website with one calendar on it: it answers with what `says` holds, or fails with it. It gives an ETag for each
 * text and answers "unchanged" to whoever knows it. `asked` is what it was told at each request.
 */
export class Website {
  readonly asked: Partial<KnownText>[] = [];
  hasEtags = true;

  constructor(public says: string | Error) {}

  readonly read: ReadSource = async (_from, known = {}) => {
    this.asked.push(known);
    if (this.says instanceof Error) throw this.says;
    const etag = this.hasEtags ? `"${Buffer.from(this.says).length}-${checksum(this.says)}"` : null;
    if (etag !== null && known.etag === etag) return { changed: false };
    return wholeText({ body: new TextEncoder().encode(this.says), etag });
  };
}

const checksum = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);

type Owner = { noun: "group" | "organisation"; slug: string };

/** A calendar of a website, connected. */
export async function connectSite(ctx: Ctx, owner: Owner, site: Website, of: CalendarSource = source) {
  const report = await connectCalendar(ctx, { owner, source: of }, site.read);
  return { ...report, site };
}

/** A run by the clock at a moment, as though the calendar were due then. */
export async function runAt(ctx: Ctx, calendarId: string, site: Website, now: Date) {
  await ctx.db
    .update(calendarClocks)
    .set({ nextRunAt: now })
    .where(eq(calendarClocks.calendarId, calendarId));
  return syncCalendar(
    { ...ctx, now, actor: { kind: "job", name: "sync calendar" } },
    calendarId,
    { trigger: "clock" },
    site.read,
  );
}

export const later = (ctx: Ctx, { minutes = 0, days = 0 }: { minutes?: number; days?: number }): Date =>
  new Date(ctx.now.getTime() + minutes * 60_000 + days * 86_400_000);

export async function clockOf(ctx: Ctx, calendarId: string) {
  const [clock] = await ctx.db.select().from(calendarClocks).where(eq(calendarClocks.calendarId, calendarId));
  if (!clock) throw new Error("The calendar has no clock");
  return clock;
}

export async function calendarOf(ctx: Ctx, calendarId: string) {
  const [calendar] = await ctx.db.select().from(calendars).where(eq(calendars.id, calendarId));
  if (!calendar) throw new Error("There is no such calendar");
  return calendar;
}

/** Rows that this transaction has written so far, by table: what was not written has no entry. */
export async function writesSoFar(ctx: Ctx): Promise<Map<string, number>> {
  const rows = await ctx.db.execute<{ table: string; writes: string }>(sql`
    select relname as table, n_tup_ins + n_tup_upd + n_tup_del as writes
    from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0`);
  return new Map(rows.map(({ table, writes }) => [table, Number(writes)]));
}

/** The tables that `deed` writes to, in order. */
export async function tablesWritten(ctx: Ctx, deed: () => Promise<unknown>): Promise<string[]> {
  const before = await writesSoFar(ctx);
  await deed();
  const afterwards = await writesSoFar(ctx);
  return [...afterwards]
    .filter(([table, writes]) => writes !== (before.get(table) ?? 0))
    .map(([table]) => table)
    .sort();
}
