import { expect } from "vitest";
import { loader } from "#app/routes/meetings/index.tsx";
import { makeGroup, makeMeeting } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";
import { knock } from "#test/setup/door.ts";

test("what is shown can be had in one's calendar: a group's, a place's, or nothing of its own", async ({
  ctx,
}) => {
  const group = await makeGroup(ctx, { kind: "place-board", name: "Norwich Place Board" });
  await makeMeeting(ctx, [group.id]);
  const shown = async (query: string) => loader(await knock(ctx, `/meetings${query}`));
  const of = { to: `groups/${group.slug}`, name: "Norwich Place Board" };
  expect(await shown(`?group=${group.slug}`)).toMatchObject({ inCalendar: of, meetings: [{}] });
  const places = (await shown("")).places;
  const slug = places.find(({ name }) => name === "Norwich")?.slug;
  expect(await shown(`?place=${slug}`)).toMatchObject({
    inCalendar: { to: `places/${slug}`, name: "Meetings and events in Norwich" },
  });
  expect(await shown(`?group=${group.slug}&place=${slug}`)).toMatchObject({ inCalendar: of });
  expect(await shown("")).toMatchObject({ inCalendar: null });
});
