import { NoopLogger } from "drizzle-orm";
import { expect, vi } from "vitest";
import { changes } from "#db/schema/accounts.ts";
import { groupFollowers } from "#db/schema/diary/following.ts";
import { meetings } from "#db/schema/meetings.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import { jobsOf, mailsTo } from "#test/factories/accounts-traces.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { connectSite, later, runAt, Website } from "#test/factories/sources.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });

/** Weekly on every hour, so that a year and a quarter of it are hundreds of meetings. */
const weekly = (title: string, minute: string) =>
  [10, 11, 12, 13, 14].map((hour) =>
    vevent(
      `UID:${hour}@x.example`,
      `DTSTART:20260505T${hour}${minute}00Z`,
      "RRULE:FREQ=WEEKLY",
      `SUMMARY:${title} ${hour}`,
    ),
  );

async function statementsOf(deed: () => Promise<unknown>): Promise<number> {
  const logged = vi.spyOn(NoopLogger.prototype, "logQuery");
  await deed();
  const count = logged.mock.calls.length;
  logged.mockRestore();
  return count;
}

test("a diary of hundreds of meetings is followed in a few statements, not one for each", async ({ ctx }) => {
  const group = await makeGroup(ctx, { kind: "forum" });
  const [newsReader, invited] = [await makeAccount(ctx), await makeAccount(ctx)];
  await ctx.db.insert(groupFollowers).values([
    { groupId: group.id, personId: newsReader.id, kind: "news" },
    { groupId: group.id, personId: invited.id, kind: "invitations" },
  ]);
  const site = new Website(calendar(...weekly("Café", "00")));
  let calendarId = "";
  const first = await statementsOf(async () => {
    ({ calendarId } = await connectSite(ctx, { noun: "group", slug: group.slug }, site));
  });
  const count = (await ctx.db.select().from(meetings)).length;
  expect(count).toBeGreaterThan(300);
  expect(first).toBeLessThan(64);
  // Three months of them are near enough for invitations
  const invitations = (await jobsOf(ctx)).filter((name) => name === "send-invitations").length;
  expect(invitations).toBeGreaterThan(50);
  expect(invitations).toBeLessThan(70);

  site.says = calendar(...weekly("Lunch", "30"));
  const again = await statementsOf(() => runAt(ctx, calendarId, site, later(ctx, { minutes: 15 })));
  expect(again).toBeLessThan(70);
  const rows = await ctx.db.select().from(meetings);
  expect(rows).toHaveLength(count);
  for (const row of rows) {
    expect(row.title).toMatch(/^Lunch/);
    expect(row.startsAt?.getUTCMinutes()).toBe(30);
    expect(row.movedFrom?.getUTCMinutes()).toBe(0);
    expect(row.sequence).toBe(1);
  }
  const deeds = (await ctx.db.select().from(changes)).filter(({ deed }) => deed === "follow calendar");
  expect(new Set(deeds.map(({ nounId }) => nounId)).size).toBe(count);
  expect(await mailsTo(ctx, newsReader.email)).toHaveLength(1);
});
