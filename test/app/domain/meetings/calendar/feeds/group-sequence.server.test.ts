import { expect } from "vitest";
import { groupFeed } from "#app/domain/meetings/calendar/feeds/meeting-feed.server.ts";
import { vevent } from "#test/factories/calendars.ts";
import { Diaries } from "#test/factories/diaries.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });

const at = {
  self: "https://assembly.example/calendars/x.ics",
  links: {
    meeting: (id: string) => `https://assembly.example/meetings/${id}`,
    agenda: (id: string) => `https://assembly.example/meetings/${id}/agenda`,
    event: (id: string) => `https://assembly.example/events/${id}`,
    group: (slug: string) => `https://assembly.example/groups/${slug}`,
  },
};
const others = ["20270111", "20270112"].map((day) =>
  vevent(`UID:${day}@x.example`, `DTSTART:${day}T090000Z`),
);
const network = (...lines: string[]) => [
  vevent("UID:network@x.example", "DURATION:PT2H", "SUMMARY:Network", ...lines),
  ...others,
];
const start = "DTSTART:20260811T090000Z";
const moved = "DTSTART:20260818T130000Z";
const sequenceIn = (text: string) => Number(/^SEQUENCE:(\d+)/m.exec(text)?.[1] ?? "0");

test("case 73: SEQUENCE in the text of a group's feed rises with each change, and never falls", async ({
  ctx,
}) => {
  const diaries = new Diaries(ctx);
  const group = await makeGroup(ctx);
  await diaries.connect(group, "network", network(start));
  const said = async () => {
    const { text } = await groupFeed(ctx, group.slug, at);
    const entry = text.split("BEGIN:VEVENT").find((one) => /SUMMARY:.*Network/.test(one)) ?? "";
    return { uid: /UID:(\S+)/.exec(entry)?.[1], sequence: sequenceIn(entry) };
  };
  let last = await said();
  const rising: [string, string[][]][] = [
    ["moved", network(moved, "SEQUENCE:1")],
    ["moved back, where the diary forgot to count", network(start, "SEQUENCE:1")],
    ["called off", network(start, "STATUS:CANCELLED", "SEQUENCE:2")],
    ["on again", network(start, "SEQUENCE:3")],
    ["at another place", network(start, "SEQUENCE:4", "LOCATION:City Hall")],
    ["gone from the diary", others],
  ];
  for (const [what, events] of rising) {
    await diaries.says("network", events);
    const now = await said();
    expect([what, now.uid, now.sequence > last.sequence]).toEqual([what, last.uid, true]);
    last = now;
    await diaries.sync();
    expect([what, await said()]).toEqual([what, last]);
  }
});

test("case 73: a diary that goes back to an older version takes no SEQUENCE back", async ({ ctx }) => {
  const diaries = new Diaries(ctx);
  const group = await makeGroup(ctx);
  await diaries.connect(group, "network", network(start, "SEQUENCE:5"));
  await diaries.says("network", network(moved, "SEQUENCE:6"));
  const sequence = async () => sequenceIn((await groupFeed(ctx, group.slug, at)).text);
  const before = await sequence();
  expect(before).toBeGreaterThan(0);
  await diaries.says("network", network(start, "SEQUENCE:5"));
  expect(await sequence()).toBeGreaterThanOrEqual(before);
});
