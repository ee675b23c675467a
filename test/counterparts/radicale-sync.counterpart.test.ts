import { asc } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { connectCalendar } from "#app/domain/meetings/calendar/connect-calendar.server.ts";
import { syncCalendar } from "#app/domain/meetings/calendar/sync-calendars.server.ts";
import { sourceReader } from "#app/gateways/calendar-source.server.ts";
import { changes } from "#db/schema/accounts.ts";
import { calendars } from "#db/schema/calendars.ts";
import { meetings } from "#db/schema/meetings.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { testContext } from "#test/setup/context.ts";
import { account, password, type Radicale, startRadicale } from "#test/setup/radicale.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });

let server: Radicale;
beforeAll(async () => {
  server = await startRadicale();
});
afterAll(() => server.stop());

const meeting = (uid: string, day: string, ...lines: string[]) =>
  calendar(
    vevent(
      `UID:${uid}`,
      `DTSTART;TZID=Europe/London:${day}T100000`,
      "DURATION:PT1H",
      `SUMMARY:${uid}`,
      ...lines,
    ),
  );

const later = (ctx: Ctx, hours: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + hours * 3_600_000),
});

/** A group whose diary is a collection with two meetings. */
async function connected(ctx: Ctx, name: string) {
  const source = await server.makeCalendar(name);
  await server.put(source, "spring.ics", meeting("Spring", "20260512"));
  await server.put(source, "summer.ics", meeting("Summer", "20260714"));
  const group = await makeGroup(ctx, { kind: "forum", name });
  const owner = { noun: "group", slug: group.slug } as const;
  const read = sourceReader([server.host]);
  const from = { kind: "caldav", source, account, password } as const;
  const { calendarId } = await connectCalendar(ctx, { owner, source: from }, read);
  let hours = 0;
  const sync = () => {
    hours += 2;
    return syncCalendar(later(ctx, hours), calendarId, { trigger: "person" }, read);
  };
  return { source, sync };
}

const shown = async ({ db }: Ctx) => {
  const rows = await db.select().from(meetings).orderBy(asc(meetings.startsAt));
  return rows.map(({ title, status, startsAt }) => [title, status, startsAt?.toISOString().slice(0, 16)]);
};

describe("a group's diary in a real CalDAV server", () => {
  test("case 71: its events appear, move, and are withdrawn, by what the sync-token tells", async ({
    ctx,
  }) => {
    const { source, sync } = await connected(ctx, "Housing forum");
    expect(await shown(ctx)).toEqual([
      ["Spring", "planned", "2026-05-12T09:00"],
      ["Summer", "planned", "2026-07-14T09:00"],
    ]);
    const [before] = await ctx.db.select().from(meetings).orderBy(asc(meetings.startsAt));

    await server.put(source, "spring.ics", meeting("Spring", "20260519", "SEQUENCE:1"));
    await server.put(source, "autumn.ics", meeting("Autumn", "20261110"));
    expect(await sync()).toMatchObject({ outcome: "changed", added: 1, changed: 1, withdrawn: 0 });
    const [moved] = await ctx.db.select().from(meetings).orderBy(asc(meetings.startsAt));
    expect(moved).toMatchObject({ id: before?.id, startsAt: new Date("2026-05-19T09:00:00Z") });

    await server.rename(`${source}summer.ics`, `${source}renamed.ics`);
    expect(await sync()).toMatchObject({ outcome: "unchanged" });

    await server.remove(`${source}autumn.ics`);
    expect(await sync()).toMatchObject({ outcome: "changed", withdrawn: 1 });
    expect(await shown(ctx)).toEqual([
      ["Spring", "planned", "2026-05-19T09:00"],
      ["Summer", "planned", "2026-07-14T09:00"],
      ["Autumn", "withdrawn", "2026-11-10T10:00"],
    ]);
  });

  test("case 71: a token that is no longer valid loses and doubles nothing", async ({ ctx }) => {
    const { source, sync } = await connected(ctx, "Carers forum");
    await ctx.db.update(calendars).set({ syncToken: "http://radicale.org/ns/sync/0" });
    expect(await sync()).toMatchObject({ outcome: "unchanged" });
    await ctx.db.update(calendars).set({ syncToken: "http://radicale.org/ns/sync/0" });
    await server.put(source, "autumn.ics", meeting("Autumn", "20261110"));
    expect(await sync()).toMatchObject({ outcome: "changed", added: 1, changed: 0, withdrawn: 0 });
    expect(await shown(ctx)).toHaveLength(3);
  });

  test("case 69: a server that goes away in the middle costs one run", async ({ ctx }) => {
    const { source, sync } = await connected(ctx, "Youth forum");
    await server.put(source, "autumn.ics", meeting("Autumn", "20261110"));
    await server.kill();
    const failed = await sync();
    expect(failed).toMatchObject({
      outcome: "failed",
      problem: expect.stringContaining("cannot be reached"),
    });
    expect(JSON.stringify(failed)).not.toContain(password);
    expect(await shown(ctx)).toHaveLength(2);
    await server.start();
    expect(await sync()).toMatchObject({ outcome: "changed", added: 1 });
  });

  test("case 72: neither the password nor the path is in what is kept in clear", async ({ ctx }) => {
    const { source, sync } = await connected(ctx, "Dementia forum");
    await server.remove(source);
    expect(await sync()).toMatchObject({ outcome: "failed" });
    const kept = JSON.stringify([await ctx.db.select().from(calendars), await ctx.db.select().from(changes)]);
    expect(kept).not.toContain(password);
    expect(kept).not.toContain(new URL(source).pathname);
  });
});
