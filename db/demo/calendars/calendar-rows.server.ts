import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { calendarGroups, calendars, events, occurrences } from "#db/schema/calendars.ts";
import { calendarClocks, calendarHolds, calendarRuns, calendarTexts } from "#db/schema/diary/syncs.ts";
import { personIdOf } from "../accounts.server.ts";
import { groupId } from "../groups/group-id.server.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import { addDays, londonDay, londonInstant } from "../london-time.ts";
import { organisationId } from "../organisations/organisation-rows.server.ts";
import { placeId } from "../places/place-rows.server.ts";
import { type DemoDiary, diaries, networkWithDiary } from "./diaries.server.ts";
import { type DiaryEntry, diaryText, untitled } from "./diary-text.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const problem = "There is no website named diary.norwich-council.example.";

/**
 * Connected calendars in every state. Texts and rows say the same, so that the next reading of a file changes
 * nothing; the one at an address of nobody's goes on failing as it does here.
 */
export function calendarRows(now: Date): TableRows[] {
  const all = diaries(now);
  const held = all.filter(({ waiting }) => waiting !== undefined);
  return [
    rowsOf(
      calendars,
      all.map((diary) => calendarRow(diary, now)),
    ),
    rowsOf(
      calendarGroups,
      all.flatMap(({ key, group }) =>
        group ? [{ calendarId: calendarId(key), groupId: groupId(group) }] : [],
      ),
    ),
    rowsOf(
      calendarTexts,
      all.flatMap((diary) => textRows(diary, now)),
    ),
    rowsOf(
      events,
      all.flatMap((diary) => diary.entries.map(eventRow(diary))),
    ),
    rowsOf(
      occurrences,
      all.flatMap(({ entries }) => entries.map(occurrenceRow)),
    ),
    rowsOf(
      calendarClocks,
      all.map((diary) => clockRow(diary, now)),
    ),
    rowsOf(
      calendarRuns,
      all.flatMap((diary) => runRows(diary, now)),
    ),
    rowsOf(
      calendarHolds,
      held.map((diary) => holdRow(diary, now)),
    ),
  ];
}

/** The happening that a network's meeting of that day stands for; null where its diary does not reach. */
export function occurrenceOf(group: string, on: string, now: Date): string | null {
  const isInside = group === networkWithDiary && on >= addDays(londonDay(now), -30);
  return isInside ? occurrenceId(`${networkWithDiary}-${on}@example.org`) : null;
}

const calendarId = (key: string) => idOf(`calendar:${key}`);
const eventId = (uid: string) => idOf(`calendar-event:${uid}`);
const occurrenceId = (uid: string) => idOf(`calendar-occurrence:${uid}`);

const before = (now: Date, ms: number) => new Date(now.getTime() - ms);
const connectedAt = (now: Date) => before(now, 40 * day);
const isFailing = ({ address }: DemoDiary) => address !== undefined;

function calendarRow(diary: DemoDiary, now: Date) {
  const { key, name, file, address = "", organisation, connectedBy, notices, text } = diary;
  const source = file ?? address;
  const kind = file ? ("upload" as const) : ("address" as const);
  const failing = isFailing(diary) && { problem, problemSince: before(now, 3 * day) };
  return {
    ...{ id: calendarId(key), name, kind, source, notices },
    sourceKey: sha256(`${kind} ${source} `),
    sourceShown: file ?? new URL(address).host,
    organisationId: organisation ? organisationId(organisation) : null,
    contentHash: text === "" ? null : hashOf(text),
    windowUntil: text === "" ? null : windowUntil(now),
    lastReadAt: before(now, isFailing(diary) ? 3 * day : 2 * 60 * minute),
    connectedById: personIdOf(connectedBy),
    createdAt: connectedAt(now),
    ...failing,
  };
}

/** The end of the window that is read: fifteen months ahead. */
function windowUntil(now: Date): string {
  const [year = 0, month = 0, date = 0] = londonDay(now).split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + 15, date)).toISOString().slice(0, 10);
}

/** As a run tells whether a text is another (app/domain/calendars/sync/read-calendar.server.ts). */
const hashOf = (text: string) =>
  sha256(
    Buffer.from(text)
      .toString("latin1")
      .replace(/^DTSTAMP[;:].*\r?\n/gim, ""),
    "latin1",
  );

const sha256 = (text: string, encoding: "utf8" | "latin1" = "utf8") =>
  createHash("sha256").update(text, encoding).digest("hex");

function textRows({ key, text, name, waiting }: DemoDiary, now: Date) {
  if (text === "") return [];
  const row = (href: string, body: string) => ({
    calendarId: calendarId(key),
    href,
    body: bytea(body),
    keptAt: now,
  });
  return [row("", text), ...(waiting ? [row("waiting", diaryText(name, waiting))] : [])];
}

/** Rows are inserted as JSON, in which PostgreSQL reads bytes in its own hexadecimal. */
function bytea(text: string): Buffer {
  const bytes = gzipSync(text);
  return Object.assign(bytes, { toJSON: () => `\\x${bytes.toString("hex")}` as never });
}

/** An organisation's events are where it works; a group's are meetings. */
const eventRow =
  ({ key, organisation }: DemoDiary) =>
  (entry: DiaryEntry) => {
    const { uid, title, location, category } = entry;
    const said = { summary: title || untitled, location, categories: category ? [category] : [] };
    return {
      id: eventId(uid),
      calendarId: calendarId(key),
      uid,
      ...said,
      isHeld: title === "",
      placeId: organisation ? placeId("norwich") : null,
    };
  };

function occurrenceRow({ uid, title, day, from, to, location }: DiaryEntry) {
  return {
    ...{ id: occurrenceId(uid), eventId: eventId(uid), startsOn: day, endsOn: day },
    ...{ summary: title || untitled, location },
    startsAt: londonInstant(day, from),
    endsAt: londonInstant(day, to),
  };
}

/** Files are read again after midnight, for their window alone. */
function clockRow(diary: DemoDiary, now: Date) {
  const tomorrow = londonInstant(addDays(londonDay(now), 1), "00:20");
  const lastRunAt = before(now, 2 * 60 * minute);
  if (!isFailing(diary)) {
    const lastOutcome = diary.waiting ? ("held" as const) : ("unchanged" as const);
    return { calendarId: calendarId(diary.key), nextRunAt: tomorrow, lastRunAt, lastOutcome, quietRuns: 5 };
  }
  const failure = { lastOutcome: "failed" as const, failures: 9, failureKind: "unreachable" as const };
  const times = {
    nextRunAt: before(now, -4 * 60 * minute),
    lastRunAt,
    toldAt: before(now, 3 * day - 60 * minute),
  };
  return { calendarId: calendarId(diary.key), ...times, ...failure };
}

function runRows(diary: DemoDiary, now: Date): (typeof calendarRuns.$inferInsert)[] {
  const run = (name: string, beganAt: Date) => ({
    ...{ id: idOf(`calendar-run:${diary.key}:${name}`), calendarId: calendarId(diary.key), beganAt },
    endedAt: new Date(beganAt.getTime() + 900),
  });
  const count = diary.notices.length;
  const first = {
    ...run("first", connectedAt(now)),
    ...{ trigger: "connect" as const, outcome: "changed" as const, notices: count },
    added: isFailing(diary) ? 0 : Math.max(1, diary.entries.length - 1),
  };
  const clock = { trigger: "clock" as const };
  if (isFailing(diary))
    return [
      first,
      ...[3, 2].map((days) => ({
        ...run(`${days}`, before(now, days * day)),
        ...clock,
        outcome: "failed" as const,
        problem,
      })),
    ];
  const second = {
    ...run("second", before(now, 6 * day)),
    ...{ trigger: "person" as const, outcome: "changed" as const, added: 1, changed: 1, notices: count },
  };
  const held = {
    ...run("held", before(now, 2 * 60 * minute)),
    trigger: "person" as const,
    outcome: "held" as const,
  };
  return diary.waiting ? [first, second, held] : [first, second];
}

function holdRow({ key, name, entries, waiting = [] }: DemoDiary, now: Date) {
  const counts = { vanishing: entries.length - waiting.length, ofToCome: entries.length };
  const text = { reason: "halved" as const, contentHash: hashOf(diaryText(name, waiting)) };
  return { calendarId: calendarId(key), ...text, ...counts, heldAt: before(now, 2 * 60 * minute) };
}
