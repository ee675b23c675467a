import { asc, eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { connectCalendar } from "#app/domain/meetings/calendar/connect-calendar.server.ts";
import { syncCalendars } from "#app/domain/meetings/calendar/sync-calendars.server.ts";
import { type ReadSource, wholeText } from "#app/gateways/calendar-source.server.ts";
import { groups } from "#db/schema/groups.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import type { MatchRule } from "#db/vocabulary-diary.ts";
import { calendar } from "./calendars.ts";

interface Kept {
  slug: string;
}

/** Diaries of groups that say what a test has them say. Each has an address of its own. */
export class Diaries {
  private readonly texts = new Map<string, string>();

  constructor(private readonly ctx: Ctx) {}

  private readonly read: ReadSource = async ({ source }) =>
    wholeText({ body: new TextEncoder().encode(this.texts.get(source) ?? ""), etag: null });

  /** Connects a group with the diary of that name, which holds these events. */
  async connect(group: Kept, name: string, events: string[][], match?: { by: MatchRule; pattern: string }) {
    this.write(name, events);
    const source = { kind: "address", source: addressOf(name) } as const;
    return connectCalendar(
      this.ctx,
      { owner: { noun: "group", slug: group.slug }, source, match },
      this.read,
    );
  }

  write(name: string, events: string[][]) {
    this.texts.set(addressOf(name), calendar(...events));
  }

  /** Has every diary read, some days later if told. */
  async sync(days = 0) {
    const now = new Date(this.ctx.now.getTime() + days * 86_400_000);
    return syncCalendars({ ...this.ctx, now }, {}, this.read);
  }

  /** Writes a diary anew, and has all of them read. */
  async says(name: string, events: string[][], days = 0) {
    this.write(name, events);
    return this.sync(days);
  }
}

const addressOf = (name: string) => `https://${name}.example/diary.ics`;

/** Every meeting in the order of their dates, with the names of its bodies. */
export async function meetingsIn({ db }: Ctx) {
  const rows = await db.select().from(meetings).orderBy(asc(meetings.startsAt), asc(meetings.id));
  const bodies = await db
    .select({ meetingId: meetingGroups.meetingId, name: groups.name })
    .from(meetingGroups)
    .innerJoin(groups, eq(groups.id, meetingGroups.groupId))
    .orderBy(asc(groups.name));
  return rows.map((row) => ({
    ...row,
    bodies: bodies.filter(({ meetingId }) => meetingId === row.id).map(({ name }) => name),
  }));
}
