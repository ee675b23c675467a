import { expect } from "vitest";
import { findEvents } from "#app/domain/calendars/find-events.server.ts";
import { findWeek } from "#app/domain/calendars/find-week.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { connectSite, Website } from "#test/factories/sources.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });

/** What the pages know once an organisation's feed has been read. */
async function fed(ctx: Ctx, ...events: string[][]) {
  const { slug } = await makeOrganisation(ctx);
  await connectSite(ctx, { noun: "organisation", slug }, new Website(calendar(...events)));
}

const onDay = (ctx: Ctx, day: string): Ctx => ({ ...ctx, now: new Date(`${day}T09:00:00Z`) });
const listedOn = async (ctx: Ctx, day: string) =>
  (await findEvents(ctx, { from: day, to: day })).map(({ title }) => title);
const weekOn = async (ctx: Ctx, day: string) =>
  (await findWeek(onDay(ctx, day), { page: 1 })).events.map(({ title, status }) => [title, status]);

test("case 13: what names no end is one moment, listed on its day alone", async ({ ctx }) => {
  await fed(ctx, vevent("DTSTART;TZID=Europe/London:20260707T100000", "SUMMARY:Choir"));
  expect(await findEvents(ctx, { from: "2026-07-07", to: "2026-07-07" })).toMatchObject([
    { title: "Choir", start: "2026-07-07T09:00:00Z", end: null },
  ]);
  expect(await listedOn(ctx, "2026-07-08")).toEqual([]);
});

test("case 16: what ends at midnight stands on the day before and not on the next", async ({ ctx }) => {
  await fed(
    ctx,
    vevent(
      ...["UID:dance@x", "SUMMARY:Dance", "DTSTART;TZID=Europe/London:20260706T200000"],
      "DTEND;TZID=Europe/London:20260707T000000",
    ),
    vevent(
      ...["UID:vigil@x", "SUMMARY:Vigil", "DTSTART;TZID=Europe/London:20260706T210000"],
      "DTEND;TZID=Europe/London:20260707T000100",
    ),
  );
  expect(await listedOn(ctx, "2026-07-06")).toEqual(["Dance", "Vigil"]);
  expect(await listedOn(ctx, "2026-07-07")).toEqual(["Vigil"]);
  expect(await weekOn(ctx, "2026-07-07")).toEqual([["Vigil", "confirmed"]]);
});

test("case 17: what spans weeks is in each of them until it ends", async ({ ctx }) => {
  await fed(
    ctx,
    vevent(
      ...["UID:show@x", "SUMMARY:Exhibition", "DTSTART;TZID=Europe/London:20260601T100000"],
      "DTEND;TZID=Europe/London:20260628T160000",
    ),
    vevent(...["UID:fair@x", "SUMMARY:Fair", "DTSTART;VALUE=DATE:20260610", "DTEND;VALUE=DATE:20260625"]),
  );
  const titles = async (day: string) => (await weekOn(ctx, day)).map(([title]) => title);
  expect(await titles("2026-06-15")).toEqual(["Exhibition", "Fair"]);
  expect(await titles("2026-06-24")).toEqual(["Exhibition", "Fair"]);
  expect(await titles("2026-06-25")).toEqual(["Exhibition"]);
  expect(await titles("2026-06-28")).toEqual(["Exhibition"]);
  expect(await titles("2026-06-29")).toEqual([]);
});

test("case 37: a date that is called off says so until it has passed, then is gone from what is to come", async ({
  ctx,
}) => {
  await fed(
    ctx,
    vevent("DTSTART;TZID=Europe/London:20260605T100000", "RRULE:FREQ=WEEKLY;COUNT=2", "SUMMARY:Café"),
    vevent(
      ...["RECURRENCE-ID;TZID=Europe/London:20260605T100000", "SUMMARY:Café", "STATUS:CANCELLED"],
      "DTSTART;TZID=Europe/London:20260605T100000",
    ),
  );
  const both = [
    ["Café", "cancelled"],
    ["Café", "confirmed"],
  ];
  expect(await weekOn(ctx, "2026-06-01")).toEqual([["Café", "cancelled"]]);
  expect(await weekOn(ctx, "2026-06-05")).toEqual([["Café", "cancelled"]]);
  expect((await findEvents(onDay(ctx, "2026-06-05"))).map(({ title, status }) => [title, status])).toEqual(
    both,
  );
  expect(await weekOn(ctx, "2026-06-06")).toEqual([["Café", "confirmed"]]);
});
