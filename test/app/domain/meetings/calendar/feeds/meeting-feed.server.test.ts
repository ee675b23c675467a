import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { type FeedOccurrence, readFeed } from "#app/domain/calendars/ics.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import {
  groupFeed,
  oneMeetingFeed,
  placeFeed,
} from "#app/domain/meetings/calendar/feeds/meeting-feed.server.ts";
import { groupPlaces, groups } from "#db/schema/groups.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { makeGroup, makeMeeting, makePerson, makePlace } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";

const at = {
  self: "https://assembly.example/calendars/x.ics",
  links: {
    meeting: (id: string) => `https://assembly.example/meetings/${id}`,
    agenda: (id: string) => `https://assembly.example/meetings/${id}/agenda`,
    event: (id: string) => `https://assembly.example/events/${id}`,
    group: (slug: string) => `https://assembly.example/groups/${slug}`,
  },
};

const occurrences = (text: string): FeedOccurrence[] =>
  readFeed(text, { from: new Date("2020-01-01"), to: new Date("2030-01-01") }).occurrences;
const titles = (text: string) => occurrences(text).map(({ summary }) => summary);
const inGroup = async (ctx: Ctx, slug: string) => titles((await groupFeed(ctx, slug, at)).text);

describe("a group's feed", () => {
  test("holds its public meetings, with their place, bodies and link back", async ({ ctx }) => {
    const board = await makeGroup(ctx, { kind: "place-board", name: "Norwich Place Board" });
    const network = await makeGroup(ctx, { kind: "place-network", name: "Norwich Place Network" });
    const meeting = await makeMeeting(ctx, [board.id], {
      title: "Joint meeting",
      location: "City Hall",
      sequence: 3,
    });
    await makeMeeting(ctx, [network.id], { title: "Not theirs" });
    const { text } = await groupFeed(ctx, board.slug, at);
    expect(occurrences(text)).toMatchObject([
      {
        uid: `${meeting.id}@meetings.assembly`,
        summary: "Joint meeting",
        start: "2026-06-11T09:00:00Z",
        location: "City Hall",
        sequence: 3,
        url: at.links.meeting(meeting.id),
        categories: ["Norwich Place Board"],
      },
    ]);
    expect(text).toContain("X-WR-CALNAME:Norwich Place Board");
  });

  test("case 75: what is not public, and a draft agenda, never appear, whoever asks", async ({ ctx }) => {
    const group = await makeGroup(ctx);
    await makeMeeting(ctx, [group.id], { title: "Open", agendaState: "draft" });
    await makeMeeting(ctx, [group.id], { title: "Behind closed doors", isPublic: false });
    const lead = await makePerson(ctx, [["secretariat", group.id]]);
    const { text } = await groupFeed({ ...ctx, actor: lead }, group.slug, at);
    expect(titles(text)).toEqual(["Open"]);
    expect(text).not.toContain("/agenda");
  });

  test("a published agenda is linked", async ({ ctx }) => {
    const group = await makeGroup(ctx);
    const meeting = await makeMeeting(ctx, [group.id], {
      agendaState: "published",
      agendaPublishedAt: ctx.now,
    });
    const [one] = occurrences((await groupFeed(ctx, group.slug, at)).text);
    expect(one?.description).toContain(`Agenda: ${at.links.agenda(meeting.id)}`);
  });

  test("case 76: what is called off is said so and kept for 30 days; the rest for a year", async ({
    ctx,
  }) => {
    const group = await makeGroup(ctx);
    const held = (
      heldOn: string,
      title: string,
      status: "planned" | "cancelled" | "withdrawn" | "postponed",
    ) => makeMeeting(ctx, [group.id], { heldOn, title, status });
    await held("2026-03-20", "Off", "cancelled");
    await held("2026-03-01", "Long off", "cancelled");
    await held("2026-03-02", "Held", "planned");
    await held("2025-03-02", "Held long ago", "planned");
    await held("2026-06-01", "Gone", "withdrawn");
    await held("2026-06-02", "Later", "postponed");
    expect(await inGroup(ctx, group.slug)).toEqual([
      "Held",
      "CANCELLED: Off",
      "CANCELLED: Gone",
      "POSTPONED: Later",
    ]);
  });

  test("a meeting on the rise of another has its day; one from midnight to midnight is all day", async ({
    ctx,
  }) => {
    const group = await makeGroup(ctx);
    const first = await makeMeeting(ctx, [group.id], { title: "Board", heldOn: "2026-06-11" });
    await makeMeeting(ctx, [group.id], {
      title: "Partnership",
      startsAt: null,
      onRiseOfId: first.id,
      heldOn: "2026-06-11",
    });
    const days = {
      startsAt: new Date("2026-06-19T23:00:00Z"),
      endsAt: new Date("2026-06-21T23:00:00Z"),
      heldOn: "2026-06-20",
    };
    await makeMeeting(ctx, [group.id], { title: "Away days", ...days });
    const found = occurrences((await groupFeed(ctx, group.slug, at)).text);
    expect(found.map(({ summary, start, end }) => [summary, start, end])).toEqual([
      ["Partnership", "2026-06-11", "2026-06-12"],
      ["Board", "2026-06-11T09:00:00Z", null],
      ["Away days", "2026-06-20", "2026-06-22"],
    ]);
    expect(found[0]?.description).toContain("Starts when this meeting ends: Board");
  });

  test("a group without meetings has an empty feed; an unknown one none", async ({ ctx }) => {
    const group = await makeGroup(ctx);
    expect(await inGroup(ctx, group.slug)).toEqual([]);
    await expect(groupFeed(ctx, "no-such-group", at)).rejects.toThrow(NotFound);
  });
});

describe("a place's feed", () => {
  test("holds the meetings of that place's groups only (PlaceCal issue 2178)", async ({ ctx }) => {
    const [west, east] = [
      await makePlace(ctx, { slug: "west", name: "West" }),
      await makePlace(ctx, { slug: "east" }),
    ];
    const network = await makeGroup(ctx, { kind: "place-network", placeId: west.id });
    const partnership = await makeGroup(ctx, { kind: "partnership" });
    await ctx.db.insert(groupPlaces).values({ groupId: partnership.id, placeId: west.id });
    const elsewhere = await makeGroup(ctx, { kind: "place-network", placeId: east.id });
    const countywide = await makeGroup(ctx, { kind: "forum" });
    await makeMeeting(ctx, [network.id], { title: "Network", heldOn: "2026-06-01" });
    await makeMeeting(ctx, [partnership.id], { title: "Partnership", heldOn: "2026-06-02" });
    await makeMeeting(ctx, [elsewhere.id], { title: "Elsewhere" });
    await makeMeeting(ctx, [countywide.id], { title: "County" });
    const { text } = await placeFeed(ctx, "west", at);
    expect(titles(text)).toEqual(["Network", "Partnership"]);
    expect(text).toContain("X-WR-CALNAME:Meetings and events in West");
    await expect(placeFeed(ctx, "north", at)).rejects.toThrow(NotFound);
  });
});

describe("one meeting", () => {
  test("is offered by itself; an unknown, private or malformed one is not", async ({ ctx }) => {
    const group = await makeGroup(ctx);
    const open = await makeMeeting(ctx, [group.id], { title: "Open" });
    const closed = await makeMeeting(ctx, [group.id], { isPublic: false });
    const found = await oneMeetingFeed(ctx, open.id, at);
    expect(titles(found.text)).toEqual(["Open"]);
    expect(found.fileName).toBe("meeting-2026-06-11.ics");
    for (const id of [closed.id, "00000000-0000-4000-8000-000000000000", "12"]) {
      await expect(oneMeetingFeed(ctx, id, at)).rejects.toThrow(NotFound);
    }
  });
});

describe("the texts that are kept", () => {
  test("are used again until what they show changes, and the mark of the feed with them", async ({ ctx }) => {
    const group = await makeGroup(ctx);
    const meeting = await makeMeeting(ctx, [group.id]);
    const first = await groupFeed(ctx, group.slug, at);
    const stored = async () => (await ctx.db.select().from(meetings).where(eq(meetings.id, meeting.id)))[0];
    const kept = await stored();
    expect(first.text).toContain(kept?.feedText);
    expect(await groupFeed(ctx, group.slug, at)).toEqual(first);
    await ctx.db.update(meetings).set({ agendaState: "draft", updatedAt: new Date("2026-04-14T10:00:00Z") });
    await ctx.db.update(meetings).set({ title: "Renamed", sequence: 1 });
    const second = await groupFeed(ctx, group.slug, at);
    expect(titles(second.text)).toEqual(["Renamed"]);
    expect(second.etag).not.toBe(first.etag);
    expect((await stored())?.feedText).not.toBe(kept?.feedText);
  });

  test("are forgotten when a body is renamed, joins or leaves, or the meeting on whose rise it starts is renamed", async ({
    ctx,
  }) => {
    const [hwb, icp] = [
      await makeGroup(ctx, { name: "The Board" }),
      await makeGroup(ctx, { name: "The Partnership" }),
    ];
    const first = await makeMeeting(ctx, [hwb.id], { title: "Board meeting" });
    const meeting = await makeMeeting(ctx, [icp.id], {
      title: "Partnership",
      startsAt: null,
      onRiseOfId: first.id,
    });
    const text = async () => (await oneMeetingFeed(ctx, meeting.id, at)).text.replaceAll("\r\n ", "");
    expect(await text()).toContain("when this meeting ends: Board meeting");
    await ctx.db.update(meetings).set({ title: "Health board" }).where(eq(meetings.id, first.id));
    expect(await text()).toContain("when this meeting ends: Health board");
    await ctx.db.update(groups).set({ name: "The Care Partnership" }).where(eq(groups.id, icp.id));
    expect(await text()).toContain("CATEGORIES:The Care Partnership");
    await ctx.db.insert(meetingGroups).values({ meetingId: meeting.id, groupId: hwb.id, position: 1 });
    expect(await text()).toContain("CATEGORIES:The Care Partnership,The Board");
    await ctx.db.delete(meetingGroups).where(eq(meetingGroups.groupId, hwb.id));
    expect(await text()).not.toContain("The Board");
  });

  test("are rendered anew where our address has changed", async ({ ctx }) => {
    const group = await makeGroup(ctx);
    await makeMeeting(ctx, [group.id]);
    await groupFeed(ctx, group.slug, at);
    const moved = {
      self: at.self,
      links: { ...at.links, meeting: (id: string) => `https://new.example/meetings/${id}` },
    };
    expect((await groupFeed(ctx, group.slug, moved)).text.replaceAll("\r\n ", "")).toContain(
      "https://new.example/meetings/",
    );
  });
});
