import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { and, eq, inArray, sql } from "drizzle-orm";
import { NotACalendar } from "#app/domain/calendars/reading/lines.ts";
import { textToKeep } from "#app/domain/calendars/reading/text-to-keep.ts";
import type { Ctx } from "#app/domain/context.ts";
import { inParts } from "#app/domain/in-parts.ts";
import type { Fetched, Resource } from "#app/gateways/calendar-source.server.ts";
import { calendarTexts } from "#db/schema/diary/syncs.ts";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** An uploaded file that would empty or halve its calendar lies here until somebody says that it is right. */
const waiting = "waiting";

/** One text of a calendar: a feed's whole body (`href` empty), or a resource of a CalDAV collection. */
export interface KeptText {
  etag: string | null;
  body: Buffer;
}

export type Texts = ReadonlyMap<string, KeptText>;

/** What a calendar last said, by href; empty where nothing was kept yet. */
export async function findTexts(ctx: Ctx, calendarId: string): Promise<Texts> {
  const rows = await selectTexts(ctx, calendarId);
  const kept = rows.filter(({ href }) => href !== waiting);
  return new Map(await Promise.all(kept.map(opened)));
}

/** The ETags of a CalDAV collection's resources, without their texts. */
export async function findEtags({ db }: Ctx, calendarId: string): Promise<Map<string, string | null>> {
  const { href, etag } = calendarTexts;
  const rows = await db
    .select({ href, etag })
    .from(calendarTexts)
    .where(eq(calendarTexts.calendarId, calendarId));
  return new Map(rows.map((row) => [row.href, row.etag]));
}

const selectTexts = ({ db }: Ctx, calendarId: string) =>
  db.select().from(calendarTexts).where(eq(calendarTexts.calendarId, calendarId)).orderBy(calendarTexts.href);

const opened = async ({ href, etag, body }: { href: string; etag: string | null; body: Buffer }) =>
  [href, { etag, body: (await decompress(body)) as Buffer }] as const;

/** What an answer makes of the texts that were known. Throws NotACalendar for a feed or a file that is none. */
export function textsAfter(known: Texts, found: Extract<Fetched, { changed: true }>): Texts {
  const texts = new Map(found.isWhole ? [] : known);
  for (const href of found.gone) texts.delete(href);
  for (const resource of found.resources) texts.set(resource.href, textOf(resource, known));
  return texts;
}

/** What stands for a resource of a collection that was never readable: its reading says so in a notice. */
const unreadable = Buffer.from("?");

/** One broken resource does not spoil a collection: what it said before still counts. */
function textOf({ href, etag, body }: Resource, known: Texts): KeptText {
  try {
    return { etag, body: Buffer.from(textToKeep(body)) };
  } catch (error) {
    if (href === "" || !(error instanceof NotACalendar)) throw error;
    return { etag, body: known.get(href)?.body ?? unreadable };
  }
}

export interface TextChanges {
  kept: { href: string; etag: string | null; body: Buffer }[];
  gone: string[];
}

/** Which texts are to be written or forgotten, compressed outside the transaction that writes them. */
export async function changesOf(known: Texts, texts: Texts): Promise<TextChanges> {
  const isOther = ([href, { etag, body }]: [string, KeptText]) => {
    const before = known.get(href);
    return !before || before.etag !== etag || !before.body.equals(body);
  };
  const other = [...texts].filter(isOther);
  const kept = other.map(async ([href, { etag, body }]) => ({ href, etag, body: await compress(body) }));
  return { kept: await Promise.all(kept), gone: [...known.keys()].filter((href) => !texts.has(href)) };
}

export async function keepTexts(ctx: Ctx, calendarId: string, { kept, gone }: TextChanges): Promise<void> {
  for (const part of inParts(kept)) {
    await ctx.db
      .insert(calendarTexts)
      .values(part.map((text) => ({ ...text, calendarId, keptAt: ctx.now })))
      .onConflictDoUpdate({
        target: [calendarTexts.calendarId, calendarTexts.href],
        set: { etag: sql`excluded.etag`, body: sql`excluded.body`, keptAt: sql`excluded.kept_at` },
      });
  }
  for (const part of inParts(gone)) {
    await ctx.db
      .delete(calendarTexts)
      .where(and(eq(calendarTexts.calendarId, calendarId), inArray(calendarTexts.href, part)));
  }
}

/** What is kept and told apart of a file that somebody sends: reading it again gives the same. Throws NotACalendar. */
export const uploadToKeep = (body: Uint8Array): Buffer => Buffer.from(textToKeep(body));

export async function keepWaiting(ctx: Ctx, calendarId: string, body: Uint8Array): Promise<void> {
  const text = { href: waiting, etag: null, body: await compress(body) };
  await keepTexts(ctx, calendarId, { kept: [text], gone: [] });
}

export async function findWaiting(ctx: Ctx, calendarId: string): Promise<Buffer | null> {
  const [row] = await ctx.db
    .select({ body: calendarTexts.body })
    .from(calendarTexts)
    .where(and(eq(calendarTexts.calendarId, calendarId), eq(calendarTexts.href, waiting)));
  return row ? ((await decompress(row.body)) as Buffer) : null;
}

export const forgetWaiting = (ctx: Ctx, calendarId: string): Promise<void> =>
  keepTexts(ctx, calendarId, { kept: [], gone: [waiting] });
