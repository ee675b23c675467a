import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { findEvent } from "#app/domain/calendars/find-event.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { occurrences } from "#db/schema/calendars.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { connectSite, Website } from "#test/factories/sources.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });

const series = vevent("DTSTART:20260603T090000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2");
const moved = vevent("RECURRENCE-ID:20260610T090000Z", "DTSTART:20260612T130000Z", "DURATION:PT1H");

/** The page of each date that a feed of these events brings. */
async function pages(ctx: Ctx, ...given: string[][]) {
  const { slug } = await makeOrganisation(ctx);
  await connectSite(ctx, { noun: "organisation", slug }, new Website(calendar(...given)));
  const rows = await ctx.db
    .select({ id: occurrences.id })
    .from(occurrences)
    .where(eq(occurrences.status, "confirmed"))
    .orderBy(occurrences.startsAt);
  return Promise.all(rows.map(({ id }) => findEvent(ctx, id)));
}

test("case 35: an override whose series is not in the feed is one event, which says that it is of a series", async ({
  ctx,
}) => {
  const found = await pages(ctx, moved);
  expect(found).toMatchObject([{ start: "2026-06-12T13:00:00Z", isDetached: true, otherDates: [] }]);
});

test("case 35: of a series that is in the feed only the changed date says so", async ({ ctx }) => {
  const found = await pages(ctx, series, moved);
  expect(found.map(({ start, isDetached }) => [start.slice(0, 10), isDetached])).toEqual([
    ["2026-06-03", false],
    ["2026-06-12", true],
  ]);
});
