import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { groupFeed } from "#app/domain/meetings/calendar/feeds/meeting-feed.server.ts";
import { findMeetings } from "#app/domain/meetings/find.server.ts";
import { Diaries } from "#test/factories/diaries.ts";
import { feedAt, seriesOfTurns } from "#test/factories/feeds.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { testContext } from "#test/setup/context.ts";
import { counterpart } from "#test/setup/counterparts.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });
const script = fileURLToPath(new URL("../setup/expand.py", import.meta.url));

test("python expands a group's series to the meetings of its page, in summer and in winter", async ({
  ctx,
}) => {
  const group = await makeGroup(ctx);
  await new Diaries(ctx).connect(group, "network", seriesOfTurns);
  const { text } = await groupFeed(ctx, group.slug, feedAt);
  const said = execFileSync(counterpart("python"), [script, "2026-06-01", "2027-07-01"], { input: text });
  const found: Record<string, string[]> = JSON.parse(said.toString("utf8"));
  expect(Object.keys(found)).toHaveLength(1);
  const page = await findMeetings(ctx, {
    group: group.slug,
    from: "2026-06-01",
    to: "2027-06-30",
    limit: 200,
  });
  expect(page.length).toBeGreaterThan(50);
  expect(Object.values(found).flat().toSorted()).toEqual(
    page.map(({ start }) => new Date(start ?? "").toISOString()).toSorted(),
  );
});
