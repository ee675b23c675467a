import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { changes } from "#db/schema/accounts.ts";
import { calendars } from "#db/schema/calendars.ts";
import { groups } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import { organisations } from "#db/schema/organisations.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeCalendar } from "#test/factories/connected-calendars.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { connection } from "#test/setup/context.ts";
import { etag, isCalendar, multistatus, row, startDavServer, text } from "#test/setup/dav-server.ts";
import { APP_PASSWORD, assembly } from "#test/setup/terminal.ts";

// The command opens a connection of its own, so its rows are real and are taken away again here.
const { db } = connection();
const ctx: Ctx = { db, actor: { kind: "visitor" }, now: new Date("2026-04-14T09:00:00Z") };
const weekly = vevent("DTSTART:20260505T090000Z", "RRULE:FREQ=WEEKLY;COUNT=3");
let folder: string;
let diary: string;
let group: { id: string; slug: string };

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "assembly-sync-"));
  diary = path.join(folder, "diary.ics");
  writeFileSync(diary, calendar("X-WR-CALNAME:Diary", weekly));
  group = await makeGroup(ctx, { kind: "forum" });
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  for (const table of [meetings, calendars, changes]) await db.delete(table);
  await db.delete(groups).where(eq(groups.id, group.id));
});

describe("calendar connect and calendar sync", () => {
  test("case 77: refuse a calendar of this site before asking for it", async () => {
    const own = "http://localhost:3000/calendars/any.ics";
    const { exitCode, complained } = await assembly("calendar", "connect", own, "--group", group.slug);
    expect(exitCode).toBe(1);
    expect(complained).toContain("follow itself in a circle");
  });

  test("bring a file's meetings in, and keep them in step", async () => {
    const connect = () => assembly("calendar", "connect", diary, "--group", group.slug);
    expect(await connect()).toEqual({ exitCode: 0, said: "Diary: 3 added", complained: "" });
    expect(await connect()).toEqual({ exitCode: 0, said: "Diary: nothing new", complained: "" });
    expect(await assembly("calendar", "sync")).toMatchObject({ exitCode: 0, said: "Diary: nothing new" });
    writeFileSync(
      diary,
      calendar("X-WR-CALNAME:Diary", weekly, vevent("UID:new@x.example", "DTSTART:20260601T090000Z")),
    );
    expect(await assembly("calendar", "sync", "--group", group.slug)).toMatchObject({
      said: "Diary: 1 added",
    });
    expect(await db.select().from(meetings)).toHaveLength(4);
  });

  test("a file that turned into something else keeps its meetings, with exit code 1 and one line", async () => {
    await assembly("calendar", "connect", diary, "--group", group.slug);
    writeFileSync(diary, "<html>Moved</html>");
    const { exitCode, said, complained } = await assembly("calendar", "sync");
    expect({ exitCode, said }).toEqual({ exitCode: 1, said: "" });
    expect(complained).toMatch(/^Not read, and left as they were \(1 of 1\): Diary: It is a web page/);
    expect(await db.select().from(meetings)).toHaveLength(3);
  });

  test.each([
    [
      () => ["connect", diary, "--group", "no-such-group"],
      "We could not find a group called “no-such-group”.",
    ],
    [() => ["connect", diary], "Name one calendar and its group or organisation"],
    [() => ["connect", "--group", group.slug], "Name one calendar and its group or organisation"],
    [() => ["connect", diary, "--group", "x", "--organisation", "y"], "Name one calendar and its group"],
    [
      () => ["connect", diary, "--organisation", "no-such"],
      "We could not find an organisation called “no-such”.",
    ],
    [() => ["connect", diary, "--group", group.slug, "--caldav"], "needs both --caldav and --account"],
    [
      () => ["connect", diary, "--group", group.slug, "--account", "ann"],
      "needs both --caldav and --account",
    ],
    [
      () => ["connect", "http://127.0.0.1:9/", "--group", group.slug, "--caldav", "--account", "ann"],
      "127.0.0.1 cannot be reached",
    ],
    [() => ["connect", "/no/such.ics", "--group", group.slug], "There is no file “/no/such.ics”."],
    [() => ["sync", "--group", "no-such-group"], "We could not find a group called “no-such-group”."],
  ])("are refused with one plain line (%#)", async (args, reason) => {
    const { exitCode, said, complained } = await assembly("calendar", ...args());
    expect({ exitCode, said }).toEqual({ exitCode: 1, said: "" });
    expect(complained).toContain(reason);
    expect(await db.select().from(calendars)).toEqual([]);
  });

  describe("of an address on this machine", () => {
    let address: string;
    let server: Server;

    beforeEach(async () => {
      server = createServer((_request, response) => response.end(calendar("X-WR-CALNAME:Diary", weekly)));
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.ics`;
    });
    afterEach(() => server.close());

    const fromTheWeb = () => makeCalendar(db, { name: "Web diary", of: { source: address } });
    const connect = () => assembly("calendar", "connect", address, "--group", group.slug);

    test("read it again once it was named here", async () => {
      expect(await connect()).toMatchObject({ exitCode: 0, said: "Diary: 3 added" });
      expect(await assembly("calendar", "sync")).toMatchObject({ exitCode: 0, said: "Diary: nothing new" });
    });

    test("do not ask it on the word of somebody elsewhere", async () => {
      await fromTheWeb();
      const { exitCode, complained } = await assembly("calendar", "sync");
      expect(exitCode).toBe(1);
      expect(complained).toContain("127.0.0.1 is a private address, which is not read.");
    });

    test("may take over one that came from elsewhere, which is recorded", async () => {
      await fromTheWeb();
      expect(await connect()).toMatchObject({ exitCode: 0, said: "Web diary: 3 added" });
      expect(await assembly("calendar", "sync")).toMatchObject({ exitCode: 0 });
      expect(await db.select({ mayBePrivate: calendars.mayBePrivate }).from(calendars)).toEqual([
        { mayBePrivate: true },
      ]);
      const deeds = await db.select({ deed: changes.deed }).from(changes);
      expect(deeds).toContainEqual({ deed: "allow private host" });
    });
  });

  test("bring in a CalDAV calendar, whose password is nowhere on the command line", async () => {
    const collection = "/ann/diary/";
    const props = [
      isCalendar,
      "<D:displayname>Ann’s diary</D:displayname>",
      '<C:supported-calendar-component-set><C:comp name="VEVENT"/></C:supported-calendar-component-set>',
    ];
    const entry = row(`${collection}1.ics`, etag("one"), text(calendar(weekly)));
    const dav = await startDavServer(({ method, headers, depth }) => {
      const signedIn = `Basic ${Buffer.from(`ann:${APP_PASSWORD}`).toString("base64")}`;
      if (headers.authorization !== signedIn) return { status: 401 };
      if (method === "REPORT") return multistatus(entry);
      return multistatus(
        row(collection, ...props),
        ...(depth === "1" ? [row(`${collection}1.ics`, etag("one"))] : []),
      );
    });
    const connect = ["connect", `${dav.address}${collection}`, "--caldav", "--account", "ann"];
    try {
      expect(await assembly("calendar", ...connect, "--group", group.slug)).toEqual({
        ...{ exitCode: 0, complained: "" },
        said: "Ann’s diary: 3 added",
      });
      expect(await db.select().from(meetings)).toHaveLength(3);
      expect(await assembly("calendar", "sync")).toMatchObject({ exitCode: 0, complained: "" });
    } finally {
      dav.stop();
    }
  });

  test("bring an organisation's events in, under a name of one's own, and list what is connected", async () => {
    const organisation = await makeOrganisation(ctx, { name: "Wherry Singers" });
    const connect = ["connect", diary, "--organisation", organisation.slug, "--name", "Choir"];
    expect(await assembly("calendar", ...connect)).toMatchObject({ exitCode: 0, said: "Choir: 3 added" });
    expect(await db.select().from(meetings)).toEqual([]);
    const { exitCode, said } = await assembly("calendar", "list");
    expect(exitCode).toBe(0);
    expect(said).toMatch(
      /^Choir \(diary\.ics\): Working\n {2}Wherry Singers; last read 14 April 2026, 10:00; next in about \d+ hours$/,
    );
    await db.delete(organisations).where(eq(organisations.id, organisation.id));
  });

  test("say what is held, and change nothing", async () => {
    await assembly("calendar", "connect", diary, "--group", group.slug);
    writeFileSync(diary, calendar("X-WR-CALNAME:Diary"));
    const held = "Diary: held, as 3 of 3 dates to come would be withdrawn";
    expect(await assembly("calendar", "sync")).toEqual({ exitCode: 0, said: held, complained: "" });
    const { exitCode, complained } = await assembly("calendar", "connect", diary, "--group", group.slug);
    expect({ exitCode, complained }).toEqual({ exitCode: 1, complained: `Diary was not changed: ${held}` });
    expect(await db.select().from(meetings)).toHaveLength(3);
  });

  test("with nothing connected there is nothing to do", async () => {
    expect(await assembly("calendar", "sync")).toEqual({
      exitCode: 0,
      said: "No calendar is connected.",
      complained: "",
    });
  });
});
