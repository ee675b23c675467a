import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { findEvent } from "#app/domain/calendars/find-event.server.ts";
import { findEvents } from "#app/domain/calendars/find-events.server.ts";
import { keepOccurrences } from "#app/domain/calendars/sync/keep-occurrences.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { events } from "#db/schema/calendars.ts";
import { readEvents, vevent } from "#test/factories/calendars.ts";
import { makeCalendar } from "#test/factories/connected-calendars.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";

const span = { from: "2026-04-01", to: "2026-12-31" };
const to = new Date("2027-07-14T00:00:00Z");
/** Two before the test's clock says 14 April, two after. */
const group = (...lines: string[]) =>
  vevent(
    "UID:group@x.example",
    "DTSTART:20260401T090000Z",
    "RRULE:FREQ=WEEKLY;COUNT=4",
    "SUMMARY:Bereavement group",
    "LOCATION:12 Duke Street",
    ...lines,
  );
const walk = vevent("UID:walk@x.example", "DTSTART:20260505T090000Z", "SUMMARY:Walk");

async function diaryOf(ctx: Ctx) {
  const { id: organisationId } = await makeOrganisation(ctx);
  const { id } = await makeCalendar(ctx.db, { organisationId });
  return { id, keep: (...said: string[][]) => keepOccurrences(ctx, id, { feed: readEvents(...said), to }) };
}

const titles = async (ctx: Ctx) => (await findEvents(ctx, span)).map(({ title }) => title);

test.for(["CLASS:PRIVATE", "CLASS:CONFIDENTIAL"])(
  "an event that turns %s is gone from lists and pages, its past as well",
  async (mark, { ctx }) => {
    const { keep } = await diaryOf(ctx);
    const { added, hidden: none } = await keep(group(), walk);
    expect(none).toEqual([]);
    const { changed, hidden } = await keep(group(mark), walk);
    expect(changed.map(({ after }) => after.status)).toEqual(["withdrawn", "withdrawn"]);
    const ofGroup = added.filter(({ summary }) => summary === "Bereavement group");
    expect(hidden.map(({ id }) => id).sort()).toEqual(ofGroup.map(({ id }) => id).sort());
    expect(await titles(ctx)).toEqual(["Walk"]);
    expect(ofGroup).toHaveLength(4);
    for (const { id } of ofGroup) await expect(findEvent(ctx, id)).rejects.toThrow(NotFound);
    expect(await keep(group(mark), walk)).toMatchObject({ added: [], changed: [], hidden: [] });
  },
);

test("all of a diary may turn private at once: that is no renaming", async ({ ctx }) => {
  const { keep } = await diaryOf(ctx);
  await keep(walk);
  const copy = vevent("UID:copy@x.example", "DTSTART:20260505T090000Z", "SUMMARY:Walk");
  const { added, hidden, notices } = await keep([...walk.slice(0, -1), "CLASS:PRIVATE", "END:VEVENT"], copy);
  expect([added.length, hidden.length, notices.length]).toEqual([1, 1, 0]);
});

test("a single date that turns private says nothing any more, past or to come; the others stay", async ({
  ctx,
}) => {
  const { keep } = await diaryOf(ctx);
  const { added } = await keep(group());
  const secret = ["20260408T090000Z", "20260422T090000Z"].map((slot) =>
    vevent(
      "UID:group@x.example",
      `RECURRENCE-ID:${slot}`,
      `DTSTART:${slot}`,
      "SUMMARY:For Ann",
      "CLASS:PRIVATE",
    ),
  );
  const { changed, hidden } = await keep(group(), ...secret);
  expect(changed).toHaveLength(2);
  expect(hidden.map(({ startsOn }) => startsOn)).toEqual(["2026-04-08", "2026-04-22"]);
  expect(await titles(ctx)).toEqual(["Bereavement group", "Bereavement group"]);
  const past = await findEvent(ctx, added.find(({ startsOn }) => startsOn === "2026-04-08")?.id ?? "");
  expect(past).toMatchObject({ title: "Private", location: "", status: "withdrawn" });
  expect(await keep(group(), ...secret)).toMatchObject({ added: [], changed: [], hidden: [] });
  expect((await keep(group())).changed).toHaveLength(2);
  expect(await titles(ctx)).toHaveLength(4);
});

test("what is shown again is public again", async ({ ctx }) => {
  const { keep } = await diaryOf(ctx);
  await keep(group());
  await keep(group("CLASS:PRIVATE"));
  await keep(group("CLASS:PUBLIC"));
  expect(await titles(ctx)).toHaveLength(4);
});

test("an unknown private event leaves no trace, and another calendar's of the same name is left alone", async ({
  ctx,
}) => {
  const [ours, theirs] = [await diaryOf(ctx), await diaryOf(ctx)];
  await theirs.keep(group());
  expect(await ours.keep(group("CLASS:PRIVATE"))).toMatchObject({ added: [], changed: [], hidden: [] });
  expect(await ctx.db.select().from(events).where(eq(events.calendarId, ours.id))).toEqual([]);
  expect(await titles(ctx)).toHaveLength(4);
});
