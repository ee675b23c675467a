import { eq, inArray } from "drizzle-orm";
import { describe, expect } from "vitest";
import { findCategories } from "#app/domain/calendars/keeping/categories.server.ts";
import { changeSource } from "#app/domain/calendars/keeping/change-source.server.ts";
import { findCalendarsOf, findMyCalendars } from "#app/domain/calendars/keeping/find-mine.server.ts";
import { pauseCalendar, resumeCalendar } from "#app/domain/calendars/keeping/pause.server.ts";
import { showKeptCalendar } from "#app/domain/calendars/keeping/show-kept.server.ts";
import { openSource } from "#app/domain/calendars/sources/sealed-source.server.ts";
import { decideVenue, findPlacesInWords } from "#app/domain/calendars/venues/venues.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Unreachable } from "#app/gateways/unreachable.ts";
import { changes } from "#db/schema/accounts.ts";
import { calendarGroups, calendars, events, occurrences } from "#db/schema/calendars.ts";
import { addresses, locations } from "#db/schema/locations.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeCalendar } from "#test/factories/connected-calendars.ts";
import { makeGroup, makePerson } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";

const secret = "https://diary.example/secret-path/basic.ics?token=abc123";

async function kept(ctx: Ctx, over: Parameters<typeof makeCalendar>[1] = {}) {
  const group = await makeGroup(ctx);
  const actor = await makePerson(ctx, [["group-lead", group.id]]);
  const row = await makeCalendar(ctx.db, { of: { source: secret }, ...over });
  await ctx.db.insert(calendarGroups).values({ calendarId: row.id, groupId: group.id });
  return { row, group, lead: { ...ctx, actor }, other: { ...ctx, actor: await makePerson(ctx) } };
}

const deedsOf = async ({ db }: Ctx, id: string) =>
  (await db.select().from(changes).where(eq(changes.nounId, id))).map(({ deed }) => deed);

const rowOf = async ({ db }: Ctx, id: string) => {
  const [row] = await db.select().from(calendars).where(eq(calendars.id, id));
  if (!row) throw new Error("The calendar is gone");
  return row;
};

describe("the page of a calendar", () => {
  test("case 72: shows its host, and never its address or password", async ({ ctx }) => {
    const of = { kind: "caldav" as const, source: secret, account: "me", password: "apple-pear-plum" };
    const { row, lead, group } = await kept(ctx, { of });
    const page = await showKeptCalendar(lead, row.id);
    expect(page).toMatchObject({
      sourceShown: "diary.example",
      account: "me",
      groups: [{ slug: group.slug }],
    });
    const all = JSON.stringify([page, await findMyCalendars(lead)]);
    expect(all).not.toMatch(/secret-path|abc123|apple-pear|sealed/i);
  });

  test("nobody else is told that there is one", async ({ ctx }) => {
    const { row, group, lead, other } = await kept(ctx);
    await expect(showKeptCalendar(other, row.id)).rejects.toMatchObject({ name: "NotFound" });
    await expect(findPlacesInWords(other, row.id)).rejects.toMatchObject({ name: "NotFound" });
    await expect(pauseCalendar(other, row.id)).rejects.toMatchObject({ name: "NotFound" });
    await expect(showKeptCalendar(lead, "no-id")).rejects.toMatchObject({ name: "NotFound" });
    expect((await findMyCalendars(other)).calendars).toEqual([]);
    expect(await findCalendarsOf(other, { noun: "group", id: group.id })).toBeNull();
    expect(await findCalendarsOf(lead, { noun: "group", id: group.id })).toMatchObject([
      { id: row.id, state: "new" },
    ]);
  });
});

test("the categories that a rule may ask for are those of its events, private ones aside", async ({
  ctx,
}) => {
  const { row, lead, other } = await kept(ctx);
  const said = [["Board", "Papers"], ["Board"], ["Personal"]];
  await ctx.db.insert(events).values(
    said.map((categories, at) => {
      return { calendarId: row.id, uid: `${at}`, summary: "Tea", categories, isPublic: at < 2 };
    }),
  );
  expect(await findCategories(lead, row.id)).toEqual(["Board", "Papers"]);
  await expect(findCategories(other, row.id)).rejects.toMatchObject({ name: "NotFound" });
});

describe("pausing", () => {
  test("stops the clock and begins it again at once, with a record of each", async ({ ctx }) => {
    const { row, lead } = await kept(ctx);
    await pauseCalendar(lead, row.id);
    await pauseCalendar(lead, row.id);
    expect(await showKeptCalendar(lead, row.id)).toMatchObject({ state: "paused", nextRun: null });
    await resumeCalendar(lead, row.id);
    expect(await showKeptCalendar(lead, row.id)).toMatchObject({
      pausedAt: null,
      nextRun: "within a minute",
    });
    expect(await deedsOf(ctx, row.id)).toEqual(["pause calendar", "resume calendar"]);
  });
});

describe("a new address", () => {
  const body = calendar(vevent("DTSTART:20260505T090000Z"));
  const blank = { sealed: "", address: "", server: "", account: "", password: "", collection: "" };
  const fields = { ...blank, how: "address" as const };
  const outside = {
    discover: async () => [],
    read: async () => ({
      ...{ changed: true as const, isWhole: true, gone: [], etag: null, lastModified: null, syncToken: null },
      resources: [{ href: "", etag: null, body: Buffer.from(body) }],
    }),
  };

  test("is kept sealed once it answered, and the record holds no more than the host", async ({ ctx }) => {
    const { row, lead } = await kept(ctx, { etag: '"old"' });
    const address = "https://elsewhere.example/another-secret.ics";
    await changeSource(lead, row.id, { ...fields, address }, outside);
    const after = await rowOf(ctx, row.id);
    expect(openSource(after)).toMatchObject({ kind: "address", source: address });
    expect(after).toMatchObject({ sourceShown: "elsewhere.example", etag: null });
    const [change] = await ctx.db.select().from(changes).where(eq(changes.nounId, row.id));
    expect(change).toMatchObject({
      deed: "change source of calendar",
      after: { sourceShown: "elsewhere.example" },
    });
    expect(JSON.stringify(change)).not.toContain("another-secret");
  });

  test.for([
    ["http://10.0.0.5:5232/other.ics", true],
    ["https://10.0.0.5:5232/team/diary.ics", true],
    ["http://10.0.0.5/team/diary.ics", false],
    ["http://10.0.0.5:5233/team/diary.ics", false],
    ["https://rebind.example/diary.ics", false],
  ] as const)(
    "at %s may be private: %s, as before only at the same host and port",
    async ([address, may], { ctx }) => {
      const of = { source: "http://10.0.0.5:5232/team/diary.ics", mayBePrivate: true };
      const { row, lead } = await kept(ctx, { of });
      const asked: unknown[] = [];
      const read = (from: { mayBePrivate?: boolean }) => {
        asked.push(from.mayBePrivate);
        return outside.read();
      };
      await changeSource(lead, row.id, { ...fields, address }, { ...outside, read });
      expect((await rowOf(ctx, row.id)).mayBePrivate).toBe(may);
      expect(asked).toEqual([may]);
    },
  );

  test("a new password is given to the collection that it is, and is that of who gave it", async ({
    ctx,
  }) => {
    const server = "http://10.0.0.5:5232/team/diary/";
    const of = {
      kind: "caldav" as const,
      source: server,
      account: "ann",
      password: "old",
      mayBePrivate: true,
    };
    const { row, lead } = await kept(ctx, { of, connectedById: (await makePerson(ctx)).id });
    expect(await showKeptCalendar(lead, row.id)).toMatchObject({ isPasswordLeft: true });
    const given = { ...fields, how: "caldav" as const, server, account: "bob", password: "new" };
    await changeSource(lead, row.id, given, outside);
    const after = await rowOf(ctx, row.id);
    expect(openSource(after)).toMatchObject({ account: "bob", password: "new", mayBePrivate: true });
    expect(after.connectedById).toBe(lead.actor.id);
  });

  test("a password that is not taken is told at its field, with what to do", async ({ ctx }) => {
    const server = "https://dav.example/team/diary/";
    const of = { kind: "caldav" as const, source: server, account: "ann", password: "old" };
    const { row, lead } = await kept(ctx, { of });
    const refusal = new Unreachable("It is not accepted.", "refused", null, "password");
    const given = { ...fields, how: "caldav" as const, server, account: "ann", password: "wrong" };
    const refusing = { ...outside, read: () => Promise.reject(refusal) };
    await expect(changeSource(lead, row.id, given, refusing)).rejects.toMatchObject({
      fields: { password: expect.stringContaining("Enter an app password") },
    });
    expect(openSource(await rowOf(ctx, row.id)).password).toBe("old");
  });

  test("that gives no calendar changes nothing", async ({ ctx }) => {
    const { row, lead } = await kept(ctx);
    const page = {
      ...outside,
      read: async () => ({
        ...(await outside.read()),
        resources: [{ href: "", etag: null, body: Buffer.from("<html>") }],
      }),
    };
    const given = { ...fields, address: "https://elsewhere.example/" };
    await expect(changeSource(lead, row.id, given, page)).rejects.toMatchObject({
      fields: { address: expect.any(String) },
    });
    expect(openSource(await rowOf(ctx, row.id)).source).toBe(secret);
    expect(await deedsOf(ctx, row.id)).toEqual([]);
  });
});

describe("case 60: places in a calendar's own words", () => {
  async function withPlaces(ctx: Ctx) {
    const made = await kept(ctx, { organisationId: (await makeOrganisation(ctx)).id });
    const [hall] = await ctx.db
      .insert(locations)
      .values({ locationType: "physical", name: "St Augustine's Hall" })
      .returning();
    if (!hall) throw new Error("The venue was not made");
    const address = {
      address1: "Gildencroft",
      city: "Norwich",
      stateProvince: "Norfolk",
      postalCode: "NR3 1ZZ",
    };
    await ctx.db.insert(addresses).values({ locationId: hall.id, ...address });
    const said = ["St Augustines Hall, Norwich", "St Augustines Hall, Norwich", "Somewhere else entirely"];
    const rows = await ctx.db
      .insert(events)
      .values(
        said.map((location, at) => ({ calendarId: made.row.id, uid: `${at}`, summary: "Tea", location })),
      )
      .returning();
    await ctx.db.insert(occurrences).values(
      rows.map(({ id, location }) => ({
        ...{ eventId: id, summary: "Tea", location, startsOn: "2026-05-05", endsOn: "2026-05-05" },
        startsAt: new Date("2026-05-05T09:00:00Z"),
      })),
    );
    return { ...made, hall, ids: rows.map(({ id }) => id) };
  }

  test("are suggested with a score, and nothing is written by that", async ({ ctx }) => {
    const { row, lead, hall, ids } = await withPlaces(ctx);
    const [first, second] = await findPlacesInWords(lead, row.id);
    expect(first).toMatchObject({ events: 2, decided: null, suggestions: [{ id: hall.id }] });
    expect(first?.suggestions[0]?.score).toBeGreaterThan(50);
    expect(second?.suggestions).toEqual([]);
    const placed = await ctx.db.select().from(events).where(inArray(events.id, ids));
    expect(placed.map(({ locationId }) => locationId)).toEqual([null, null, null]);
  });

  test("are a venue once somebody says so, and no more when they take it back", async ({ ctx }) => {
    const { row, lead, hall } = await withPlaces(ctx);
    const words = "St Augustines Hall, Norwich";
    await decideVenue(lead, row.id, { words, venue: hall.id });
    const at = async () => (await ctx.db.select().from(events).where(eq(events.locationId, hall.id))).length;
    expect(await at()).toBe(2);
    expect((await findPlacesInWords(lead, row.id)).find((place) => place.words === words)?.decided).toBe(
      hall.id,
    );
    await decideVenue(lead, row.id, { words, venue: "none" });
    expect(await at()).toBe(0);
    expect(await deedsOf(ctx, row.id)).toEqual(["decide venue", "decide venue"]);
  });

  test("are decided only about words that it says, and for venues that there are", async ({ ctx }) => {
    const { row, lead, other, hall } = await withPlaces(ctx);
    const words = "St Augustines Hall, Norwich";
    await expect(decideVenue(lead, row.id, { words: "Other", venue: hall.id })).rejects.toMatchObject({
      fields: { words: expect.any(String) },
    });
    await expect(decideVenue(lead, row.id, { words, venue: row.id })).rejects.toMatchObject({
      fields: { venue: expect.any(String) },
    });
    await expect(decideVenue(other, row.id, { words, venue: "none" })).rejects.toMatchObject({
      name: "NotFound",
    });
  });
});
