import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { renewMyCalendar } from "#app/domain/meetings/calendar/feeds/my-feed.server.ts";
import { loader as groupFeed } from "#app/routes/calendars/group-feed.ts";
import { loader as myFeed } from "#app/routes/calendars/my-feed.ts";
import { loader as placeFeed } from "#app/routes/calendars/place-feed.ts";
import { loader as calendarFile } from "#app/routes/meetings/calendar-file.ts";
import { as, makeAccount } from "#test/factories/accounts.ts";
import { makeGroup, makeMeeting, makePlace } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

async function boardWithMeeting(ctx: Ctx) {
  const place = await makePlace(ctx, { slug: "norwich-west" });
  const group = await makeGroup(ctx, { kind: "place-board", slug: "west-board", placeId: place.id });
  return makeMeeting(ctx, [group.id], { title: "Board" });
}

describe("the addresses of feeds", () => {
  test("answer with a calendar that any program may read", async ({ ctx }) => {
    const meeting = await boardWithMeeting(ctx);
    const answers = await Promise.all([
      groupFeed(await knock(ctx, "/calendars/west-board.ics", { params: { group: "west-board" } })),
      placeFeed(
        await knock(ctx, "/calendars/places/norwich-west.ics", { params: { place: "norwich-west" } }),
      ),
      calendarFile(await knock(ctx, `/meetings/${meeting.id}.ics`, { params: { id: meeting.id } })),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
      expect(await answer.text()).toMatch(
        /^BEGIN:VCALENDAR\r\n[\s\S]*SUMMARY:Board\r\n[\s\S]*END:VCALENDAR\r\n$/,
      );
    }
    expect(answers[2]?.headers.get("content-disposition")).toBe('inline; filename="meeting-2026-06-11.ics"');
  });

  test("one's own is kept by nobody else, and read by no other site's page", async ({ ctx }) => {
    const person = await makeAccount(ctx);
    const { secret } = await renewMyCalendar(as(ctx, person));
    const answer = await myFeed(await knock(ctx, "/calendars/mine/x.ics", { params: { secret } }));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("private, max-age=900");
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    const old = knock(ctx, "/calendars/mine/x.ics", { params: { secret: "x".repeat(43) } });
    expect((await answerOf(myFeed(await old))).status).toBe(404);
  });

  test("say so where nothing has changed", async ({ ctx }) => {
    await boardWithMeeting(ctx);
    const params = { group: "west-board" };
    const ask = async (known?: string) => {
      const door = await knock(ctx, "/calendars/west-board.ics", { params });
      if (known !== undefined) door.request.headers.set("If-None-Match", known);
      return groupFeed(door);
    };
    const etag = (await ask()).headers.get("etag") ?? "";
    expect(etag).toMatch(/^".+"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const answer = await ask(known);
      expect([answer.status, await answer.text(), answer.headers.get("etag")]).toEqual([304, "", etag]);
    }
    expect((await ask('"other"')).status).toBe(200);
  });

  test("are not found for what there is not", async ({ ctx }) => {
    const answers = [
      await answerOf(groupFeed(await knock(ctx, "/calendars/nobody.ics", { params: { group: "nobody" } }))),
      await answerOf(
        placeFeed(await knock(ctx, "/calendars/places/nowhere.ics", { params: { place: "nowhere" } })),
      ),
      await answerOf(calendarFile(await knock(ctx, "/meetings/none.ics", { params: { id: "none" } }))),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});
