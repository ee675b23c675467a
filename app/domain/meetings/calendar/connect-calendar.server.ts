import { findOwner, type Owner } from "#app/domain/calendars/keeping/owner.server.ts";
import {
  type Calendar,
  findCalendarOf,
  keepConnection,
} from "#app/domain/calendars/sync/keep-connection.server.ts";
import {
  type Quiet,
  type Reading,
  readCalendar,
  unknown,
} from "#app/domain/calendars/sync/read-calendar.server.ts";
import { uploadToKeep } from "#app/domain/calendars/sync/texts.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import type { CalendarSource, ReadSource } from "#app/gateways/calendar-source.server.ts";
import type { MatchRule } from "#db/vocabulary-diary.ts";
import { keepQuiet, keepReading, type Run, type SyncReport } from "./keep-reading.server.ts";
import { knownOf } from "./sync-calendars.server.ts";
import { syncMeetings } from "./sync-meetings.server.ts";

export interface Connection {
  owner: { noun: Owner["noun"]; slug: string };
  source: CalendarSource;
  /** Else the name that the calendar gives itself. */
  name?: string | undefined;
  /** The text of a file that somebody uploads. */
  upload?: Uint8Array | undefined;
  /** Which of its happenings are the group's meetings; all, unless told. */
  match?: { by: MatchRule; pattern: string } | undefined;
}

/**
 * Makes a calendar a group's or an organisation's own: its happenings are the group's meetings, or the organisation's
 * events. It is read before anything is kept; connecting again changes nothing.
 * Throws NotFound, NotAllowed, Invalid, and Unreachable or NotACalendar, after which nothing is kept.
 */
export async function connectCalendar(ctx: Ctx, input: Connection, read: ReadSource): Promise<SyncReport> {
  const owner = await findOwner(ctx, input.owner);
  const { source, match } = input;
  const upload = input.upload && uploadToKeep(input.upload);
  if (match && match.by !== "all" && match.pattern.trim() === "")
    throw new Invalid("Say which events are meant", { pattern: "Enter the category, or words of the title" });
  const known = await findCalendarOf(ctx, source, owner);
  const reading = await readAnew(ctx, { source, upload }, known, read);
  const name = known?.name ?? (input.name?.trim() || reading.feed?.name || nameOf(source));
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { calendar, changes } = await keepConnection(inside, { owner, source, name, match });
    const run: Run = { trigger: "connect", leaseId: null, asked: null, changes, upload };
    if (reading.feed) return keepReading(inside, calendar.id, reading, run);
    // What the calendar already holds is for a group that connects it later, too
    if (changes.length > 0) changes.push(...(await syncMeetings(inside, calendar.id)));
    return keepQuiet(inside, calendar, reading, run);
  });
}

/** Whoever connects a calendar must be able to read it, so it is asked for what it says, known or not. */
function readAnew(
  ctx: Ctx,
  { source, upload }: { source: CalendarSource; upload: Buffer | undefined },
  found: Calendar | null,
  read: ReadSource,
): Promise<Reading | Quiet> {
  if ((source.kind === "upload") !== (upload !== undefined)) throw new Error("An upload comes with its file");
  const known = found ? knownOf(ctx, found, source) : unknown(source);
  // What was withdrawn when it was disconnected comes back, although the text is the same
  const again = found?.disconnectedAt ? { contentHash: null, windowUntil: null } : {};
  const anew = { etag: null, lastModified: null, syncToken: null, ...again };
  const findWaiting = async () => upload ?? null;
  return readCalendar({ ...known, ...anew, findWaiting }, ctx.now, read);
}

/** For a calendar that does not say its own name: the file's, or the address's host. */
function nameOf({ kind, source }: CalendarSource): string {
  if (kind === "file" || kind === "upload") return source.split(/[\\/]/).at(-1) || source;
  const address = source.trim().replace(/^webcals?:/i, "https:");
  return URL.canParse(address) ? new URL(address).hostname : "Calendar";
}
