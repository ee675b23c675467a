import { createHash } from "node:crypto";
import { type Placeholder, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import type { FeedAddress, FeedAnswer } from "./answer.ts";
import { partsOfFeed } from "./feed.ts";

/** One kind of thing in a feed: where its kept texts are, and how the missing ones are made. */
export interface FeedPart extends JoinQuestion {
  /** Renders, and keeps what it can. */
  render: Render;
}

export interface JoinQuestion {
  /** Selects `id`, `kept` (the text, or null where it must be made), `changed` and whatever `order` names. */
  rows: SQL;
  order: SQL;
  /** Asked in the same breath, as a second question takes longer than its answer: a scalar query for the feed's name. */
  name?: SQL;
}

type Render = (ids: string[]) => Promise<Map<string, string>>;

export interface JoinedTexts {
  text: string;
  changedAt: Date | null;
  /** Null where it was not asked for, or where there is none. */
  name?: string | null;
}

const AT_ONCE = 50;

/** Stands round the id of a text that has to be made; no VEVENT holds it, as controls are left out of them. */
const MARK = "\u0001";
const marked = new RegExp(`${MARK}([0-9a-f-]{36})${MARK}`, "g");

/**
 * The texts of a feed in order, joined by the database: fetched row by row, 500 of them take longer than all else.
 * What is kept is right, as the database forgets it when something that it shows changes (migrations 0004, 0014).
 */
export function joinKeptTexts({ db }: Ctx, { render, ...question }: FeedPart): Promise<JoinedTexts> {
  return joinAsked(prepareJoin(db, question), {}, render);
}

/** The question as a statement that PostgreSQL plans once a connection. Its `sql.placeholder`s are given when it is asked. */
export function prepareJoin(db: Ctx["db"], { rows, order, name }: JoinQuestion) {
  const asked = db
    .select({
      name: sql<string | null>`${name ?? sql`null`}`,
      text: sql<
        string | null
      >`string_agg(coalesce(r.kept, ${MARK} || r.id || ${MARK}), '' order by ${order})`,
      stale: sql<string[] | null>`array_agg(r.id::text) filter (where r.kept is null)`,
      changed: sql<string | null>`max(r.changed)`,
    })
    .from(sql`(${rows}) r`);
  return asked.prepare("join kept texts");
}

/**
 * Asks a prepared question, and renders what is missing. Then it is asked again, so that all is of one moment: what is
 * rendered for its series has left the meetings that stand alone, and the other way round.
 */
export async function joinAsked(
  question: ReturnType<typeof prepareJoin>,
  values: Record<string, string>,
  render: Render,
): Promise<JoinedTexts> {
  const first = await ask(question, values);
  if (!first.stale) return first;
  await renderAll(first.stale, render);
  const { stale, ...answer } = await ask(question, values);
  if (!stale) return answer;
  // Somebody is changing these at this moment, so nothing of them was kept
  const made = await renderAll(stale, render);
  return { ...answer, text: answer.text.replace(marked, (_, id: string) => made.get(id) ?? "") };
}

async function ask(question: ReturnType<typeof prepareJoin>, values: Record<string, string>) {
  const [row] = await question.execute(values);
  const { name, text, stale, changed } = row ?? { name: null, text: null, stale: null, changed: null };
  return { name, text: text ?? "", stale, changedAt: changed === null ? null : new Date(changed) };
}

async function renderAll(ids: string[], render: Render): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  // Part by part: thousands at once would keep everybody else waiting for seconds
  for (let at = 0; at < ids.length; at += AT_ONCE)
    for (const [id, text] of await render(ids.slice(at, at + AT_ONCE))) made.set(id, text);
  return made;
}

/** The parts of a feed as one answer. */
export function answerOf(
  about: { name: string; fileName: string },
  parts: readonly JoinedTexts[],
  { self }: Pick<FeedAddress, "self">,
): FeedAnswer {
  const all = partsOfFeed(
    { name: about.name, url: self },
    parts.map(({ text }) => text),
  );
  const times = parts.flatMap(({ changedAt }) => (changedAt ? [changedAt.getTime()] : []));
  const bytes = bytesOf(all);
  return {
    // Left as its parts until somebody reads it, which join() would not
    text: all.reduce((text, part) => text + part, ""),
    bytes,
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    changedAt: times.length > 0 ? new Date(Math.max(...times)) : null,
    fileName: `${about.fileName}.ics`,
  };
}

function bytesOf(parts: readonly string[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + Buffer.byteLength(part), 0));
  let at = 0;
  for (const part of parts) at += encoder.encodeInto(part, bytes.subarray(at)).written;
  return bytes;
}

const encoder = new TextEncoder();

/** What a text holds besides its record: our addresses, and the manner of writing. Raise the number to render anew. */
export const keyOf = ({ links }: Pick<FeedAddress, "links">): string => `4 ${links.meeting("")}`;

/** The last day of a text that holds for ever. */
export const ALWAYS = "9999-12-31";

/** The key of a text that holds for some days only: something called off is not said for ever. */
export const datedKey = (lastDay: string, key: string): string => `${lastDay} ${key}`;

/** A text whose key is dated, where it may still be used on a day. */
export function keptOn(
  { feedText, feedKey }: Record<"feedText" | "feedKey", PgColumn>,
  key: string | Placeholder,
  today: string | Placeholder,
): SQL<string | null> {
  return sql`case when substr(${feedKey}, 12) = ${key} and ${feedKey} >= ${today} then ${feedText} end`;
}

const dayMs = 86_400_000;

/** The day on which something has been kept for so many days. */
export const daysAfter = (day: string, days: number): string =>
  londonDay(new Date(Date.parse(day) + days * dayMs));

export const daysAgo = ({ now }: Ctx, days: number): string =>
  londonDay(new Date(now.getTime() - days * dayMs));

/** Readers must wait for nobody: rows that somebody is changing are left for the next reader. */
export async function keepTexts(
  ctx: Ctx,
  table: "events" | "meetings",
  texts: readonly { id: string; version: string; text: string; key: string }[],
): Promise<void> {
  if (texts.length === 0) return;
  const name = sql.identifier(table);
  const made = JSON.stringify(texts);
  await ctx.db.execute(sql`
    with made as (select * from jsonb_to_recordset(${made}::jsonb) as m(id uuid, version text, text text, key text)),
      free as (select t.id from ${name} t join made on made.id = t.id where t.xmin::text = made.version
        order by t.id for update of t skip locked)
    update ${name} set feed_text = made.text, feed_key = made.key
    from made join free on free.id = made.id where ${name}.id = made.id`);
}
