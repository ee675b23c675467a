import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect } from "vitest";
import type { FeedAnswer } from "#app/domain/calendars/feeds/answer.ts";
import { organisationFeed } from "#app/domain/calendars/feeds/event-feeds.server.ts";
import { findEvents } from "#app/domain/calendars/find-events.server.ts";
import { addEvent } from "#app/domain/calendars/typed/keep-event.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay, londonTime } from "#app/domain/london-day.ts";
import { groupFeed } from "#app/domain/meetings/calendar/feeds/meeting-feed.server.ts";
import { findMeetings } from "#app/domain/meetings/find.server.ts";
import { occurrences } from "#db/schema/calendars.ts";
import { as } from "#test/factories/accounts.ts";
import { Diaries } from "#test/factories/diaries.ts";
import { eventFields } from "#test/factories/events.ts";
import { feedAt, seriesOfTurns } from "#test/factories/feeds.ts";
import { makeGroup, makeMeeting } from "#test/factories/meetings.ts";
import { makeOrganisation, makeOwner } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";
import { counterpart } from "#test/setup/counterparts.ts";

const run = promisify(execFile);

/** A week each of summer and winter, and the two in which the clocks change. */
const weeks = ["2026-07-06", "2026-12-07", "2026-10-21", "2027-03-24"];

let folder: string;
let server: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "assembly-khal-"));
});
afterEach(async () => {
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  rmSync(folder, { recursive: true, force: true });
});

/** What khal lists of a feed that vdirsyncer fetched: day, time and title. */
async function subscribe(feed: FeedAnswer): Promise<(from: string) => Promise<string[]>> {
  server = createServer((_, answer) => {
    answer
      .writeHead(200, { "Content-Type": "text/calendar; charset=utf-8", ETag: feed.etag })
      .end(feed.bytes);
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  mkdirSync(path.join(folder, "items"));
  // Nothing of whoever runs the tests: neither their calendars nor their zone
  const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, TZ: "Europe/London", LANG: "C.UTF-8" };
  const [sync, list] = [path.join(folder, "vdirsyncer.conf"), path.join(folder, "khal.conf")];
  writeFileSync(sync, syncSettings(`http://127.0.0.1:${port}/feed.ics`));
  writeFileSync(list, listSettings());
  await run(counterpart("vdirsyncer"), ["-c", sync, "discover"], { env });
  await run(counterpart("vdirsyncer"), ["-c", sync, "sync"], { env });
  return async (from) => {
    const format = ["--day-format", "", "--format", "{start-date} {start-time} {title}"];
    const { stdout } = await run(counterpart("khal"), ["-c", list, "list", ...format, from, "7d"], { env });
    const lines = stdout.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
    // What runs into the next day is listed under both
    return [...new Set(lines.filter((line) => /^\d{4}/.test(line)))];
  };
}

const syncSettings = (url: string) => `[general]
status_path = "${folder}/status/"
[pair feed]
a = "remote"
b = "local"
collections = null
conflict_resolution = "a wins"
[storage remote]
type = "http"
url = "${url}"
[storage local]
type = "filesystem"
path = "${folder}/items/"
fileext = ".ics"
`;

const listSettings = () => `[calendars]
[[feed]]
path = ${folder}/items
readonly = True
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
default_timezone = Europe/London
local_timezone = Europe/London
[sqlite]
path = ${folder}/khal.db
`;

const plusDays = (day: string, days: number) =>
  londonDay(new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000));
const titleOf = (title: string, status: string) => (status === "cancelled" ? `CANCELLED: ${title}` : title);

/** The same of a page's data. */
async function eventsOf(ctx: Ctx, organisationId: string, from: string): Promise<string[]> {
  const found = await findEvents(ctx, { organisationId, from, to: plusDays(from, 6) });
  return found.map(({ start, allDay, title, status }) => {
    const words = titleOf(title, status);
    return allDay
      ? `${start} ${words}`
      : `${londonDay(new Date(start))} ${londonTime(new Date(start))} ${words}`;
  });
}

describe("khal and vdirsyncer list what our pages list", () => {
  test("an organisation's series, with dates that are moved, called off or taken out", async ({ ctx }) => {
    const organisation = await makeOrganisation(ctx);
    const inside = as(ctx, await makeOwner(ctx, organisation.id));
    const add = (over: Parameters<typeof eventFields>[0]) =>
      addEvent(inside, organisation.slug, eventFields(over));
    await add({
      title: "Weekly café",
      startsOn: "2026-04-15",
      startsTime: "10:00",
      endsTime: "11:30",
      repeats: "weekly",
    });
    await add({
      title: "Monthly lunch",
      startsOn: "2026-05-07",
      startsTime: "12:30",
      endsTime: null,
      repeats: "monthly",
    });
    await add({
      title: "Night walk",
      startsOn: "2026-04-24",
      startsTime: "23:30",
      endsTime: "00:30",
      repeats: "fortnightly",
    });
    await add({ title: "Open day", allDay: true, startsOn: "2026-07-08", startsTime: null, endsTime: null });
    await add({ title: "Over the change", startsOn: "2026-10-24", startsTime: "22:00", endsTime: "06:00" });
    const turn = (startsOn: string, values: Partial<typeof occurrences.$inferInsert>) =>
      ctx.db.update(occurrences).set(values).where(eq(occurrences.startsOn, startsOn));
    const moved = { startsAt: new Date("2026-12-10T14:00:00Z"), endsAt: new Date("2026-12-10T15:00:00Z") };
    await turn("2026-12-09", { ...moved, startsOn: "2026-12-10", endsOn: "2026-12-10", isDetached: true });
    await turn("2026-10-21", { status: "cancelled" });
    await turn("2027-03-24", { status: "withdrawn" });
    const list = await subscribe(await organisationFeed(ctx, organisation.slug, feedAt));
    for (const week of weeks) {
      const expected = await eventsOf(ctx, organisation.id, week);
      expect(expected.length).toBeGreaterThan(0);
      expect([week, (await list(week)).toSorted()]).toEqual([week, expected.toSorted()]);
    }
  }, 120_000);

  test("a group's meetings, called-off and all-day ones too", async ({ ctx }) => {
    const group = await makeGroup(ctx);
    const held = (title: string, startsAt: string, over: object = {}) =>
      makeMeeting(ctx, [group.id], {
        title,
        startsAt: new Date(startsAt),
        heldOn: startsAt.slice(0, 10),
        ...over,
      });
    const board = await held("Summer board", "2026-07-07T09:00:00Z");
    await held("Winter board", "2026-12-08T10:00:00Z", { endsAt: new Date("2026-12-08T12:00:00Z") });
    await held("Off", "2026-12-09T10:00:00Z", { status: "cancelled" });
    await makeMeeting(ctx, [group.id], {
      title: "On its rise",
      startsAt: null,
      onRiseOfId: board.id,
      heldOn: "2026-07-07",
    });
    await held("Private", "2026-07-08T09:00:00Z", { isPublic: false });
    const list = await subscribe(await groupFeed(ctx, group.slug, feedAt));
    for (const week of weeks.slice(0, 2)) {
      const found = await findMeetings(ctx, { group: group.slug, from: week, to: plusDays(week, 6) });
      const expected = found.map(({ start, heldOn, title, status }) =>
        [heldOn, start && londonTime(new Date(start)), titleOf(title, status)].filter(Boolean).join(" "),
      );
      expect([week, (await list(week)).toSorted()]).toEqual([week, expected.toSorted()]);
    }
  }, 120_000);

  test("a group's series, with dates that are moved, called off, put in or taken out", async ({ ctx }) => {
    const inside = { ...ctx, actor: { kind: "job", name: "calendar" } as const };
    const group = await makeGroup(ctx);
    await new Diaries(inside).connect(group, "network", seriesOfTurns);
    const feed = await groupFeed(ctx, group.slug, feedAt);
    expect(feed.text).toContain("RRULE:FREQ=WEEKLY");
    const list = await subscribe(feed);
    for (const week of weeks) {
      const found = await findMeetings(ctx, { group: group.slug, from: week, to: plusDays(week, 6) });
      const expected = found.map(({ start, heldOn, title, status }) =>
        [heldOn, start && londonTime(new Date(start)), titleOf(title, status)].join(" "),
      );
      expect(expected.length).toBeGreaterThan(0);
      expect([week, (await list(week)).toSorted()]).toEqual([week, expected.toSorted()]);
    }
  }, 120_000);
});
