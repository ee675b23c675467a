import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { connectCalendar } from "#app/domain/meetings/calendar/connect-calendar.server.ts";
import { syncCalendar } from "#app/domain/meetings/calendar/sync-calendars.server.ts";
import { sourceReader, Unreachable } from "#app/gateways/calendar-source.server.ts";
import { syncCalendarJob } from "#app/jobs/calendars/sync-calendar.ts";
import { calendars } from "#db/schema/calendars.ts";
import { calendarClocks } from "#db/schema/diary/syncs.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { calendarOf, clockOf, later, Website } from "#test/factories/sources.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });

const secrets = ["h3ron-path", "k1ngfisher-key", "wr3n-user", "four-quiet-herons"];
const [path, key, user, password] = secrets;
const address = `http://${user}:${password}@127.0.0.1:9/${path}/diary.ics?key=${key}`;

/** Every row of every table of ours, as one text. */
async function everyRow({ db }: Ctx): Promise<string> {
  const tables = await db.execute<{ name: string }>(sql`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`);
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await db.execute(sql`select t::text as row from ${sql.raw(name)} t`);
    texts.push(...[...rows].map(({ row }) => String(row)));
  }
  return texts.join("\n");
}

test("case 72: neither the path of an address nor a password is in any row, mail, record or error", async ({
  ctx,
}) => {
  const group = await makeGroup(ctx, { kind: "forum" });
  await makeAccount(ctx, { roles: [["group-lead", group.id]] });
  const said: string[] = [];
  const owner = { noun: "group", slug: group.slug } as const;
  const diary = calendar(vevent("DTSTART:20260505T090000Z"));
  for (const source of [
    { kind: "address", source: address } as const,
    { kind: "caldav", source: `http://127.0.0.1:9/${path}/`, account: "ann", password } as const,
  ]) {
    const real = sourceReader(["127.0.0.1:9"]);
    const refused = await connectCalendar(ctx, { owner, source }, real).catch((error: unknown) => error);
    said.push(String(refused), refused instanceof Error ? (refused.stack ?? "") : "");
    const { calendarId } = await connectCalendar(ctx, { owner, source }, new Website(diary).read);
    for (const minutes of [15, 30, 60, 120]) {
      const now = later(ctx, { minutes });
      await ctx.db.update(calendarClocks).set({ nextRunAt: now });
      const report = await syncCalendar({ ...ctx, now }, calendarId, { trigger: "clock" }, real);
      said.push(JSON.stringify(report));
      expect(report).toMatchObject({ outcome: "failed" });
    }
  }
  const rows = await everyRow(ctx);
  expect(rows).toContain("calendar broken");
  for (const secret of secrets) {
    expect(said.join("\n")).not.toContain(secret);
    expect(rows).not.toContain(secret);
  }
});

test("case 72: an address that cannot be opened any more is said to be so, and not retried before a day has passed", async ({
  ctx,
}) => {
  const group = await makeGroup(ctx, { kind: "forum" });
  const site = new Website(calendar(vevent("DTSTART:20260505T090000Z")));
  const source = { kind: "address", source: "https://network.example/diary.ics" } as const;
  const { calendarId } = await connectCalendar(
    ctx,
    { owner: { noun: "group", slug: group.slug }, source },
    site.read,
  );
  await ctx.db.update(calendars).set({ source: "1.AAAA.AAAA.AAAA" });
  const report = await syncCalendar(ctx, calendarId, { trigger: "person" }, site.read);
  expect(report).toMatchObject({ outcome: "failed", problem: expect.stringContaining("Connect it again") });
  const clock = await clockOf(ctx, calendarId);
  expect(clock.failureKind).toBe("secret");
  expect(clock.nextRunAt.getTime()).toBeGreaterThan(later(ctx, { minutes: 18 * 60 }).getTime());
});

test("case 72: an address that was kept in clear before is sealed when it is next read, or fails to be", async ({
  ctx,
}) => {
  const group = await makeGroup(ctx, { kind: "forum" });
  const site = new Website(calendar(vevent("DTSTART:20260505T090000Z")));
  const owner = { noun: "group", slug: group.slug } as const;
  const source = { kind: "address", source: "https://network.example/diary.ics" } as const;
  const { calendarId } = await connectCalendar(ctx, { owner, source }, site.read);
  for (const says of [site.says, new Unreachable("network.example did not answer.")]) {
    await ctx.db.update(calendars).set({ source: source.source, windowUntil: null });
    site.says = says;
    await syncCalendar(ctx, calendarId, { trigger: "person" }, site.read);
    expect((await calendarOf(ctx, calendarId)).source).toMatch(/^1\./);
  }
  site.says = calendar(vevent("DTSTART:20260505T090000Z"));
  expect(await connectCalendar(ctx, { owner, source }, site.read)).toMatchObject({ calendarId });
});

test("a job for a calendar that is gone meanwhile ends", async ({ ctx }) => {
  const payload = { id: "00000000-0000-4000-8000-000000000000" };
  await expect(syncCalendarJob({ db: ctx.db, now: ctx.now, payload })).resolves.toBeUndefined();
});
