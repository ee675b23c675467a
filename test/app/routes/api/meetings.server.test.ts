import { describe, expect } from "vitest";
import { loader as oneLoader } from "#app/routes/api/meeting.ts";
import { loader } from "#app/routes/api/meetings.ts";
import { agendaItemGroups, agendaItems, meetingGroups, meetings } from "#db/schema/meetings.ts";
import { makeGroup, makeMeeting } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

describe("GET /api/meetings", () => {
  test("tells a group's meetings from a day to a day, both included, in order", async ({ ctx }) => {
    const group = await makeGroup(ctx, { slug: "norwich-partnership-test" });
    for (const heldOn of ["2026-07-01", "2026-05-01", "2026-06-01"])
      await makeMeeting(ctx, [group.id], { heldOn });
    const answer = await answerOf(
      loader(await knock(ctx, `/api/meetings?group=${group.slug}&from=2026-05-01&to=2026-06-01`)),
    );
    const { meetings: found } = await answer.json();
    expect(found.map(({ start }: { start: string }) => start)).toEqual([
      "2026-05-01T09:00:00Z",
      "2026-06-01T09:00:00Z",
    ]);
    expect(found[0]).toEqual({
      id: expect.any(String),
      url: expect.stringMatching(/^http.*\/meetings\//),
      title: "Quarterly meeting",
      groups: [{ slug: group.slug, name: group.name, kind: "partnership" }],
      start: "2026-05-01T09:00:00Z",
      end: null,
      date: "2026-05-01",
      movedFrom: null,
      onRiseOf: null,
      timeZone: "Europe/London",
      location: "",
      onlineUrl: null,
      status: "planned",
      agendaUrl: null,
    });
  });

  test("tells when a meeting was to begin before it moved, and what its calendar says of it", async ({
    ctx,
  }) => {
    const group = await makeGroup(ctx);
    const movedFrom = new Date("2026-05-01T09:00:00Z");
    const said = ["tentative", "cancelled", "withdrawn"] as const;
    for (const [at, status] of said.entries())
      await makeMeeting(ctx, [group.id], { heldOn: `2026-06-0${at + 1}`, status, movedFrom });
    const answer = await answerOf(loader(await knock(ctx, `/api/meetings?group=${group.slug}`)));
    const { meetings: found } = await answer.json();
    const given = { movedFrom: "2026-05-01T09:00:00Z" };
    expect(found).toEqual(said.map((status) => expect.objectContaining({ ...given, status })));
    const one = await answerOf(oneLoader(await knock(ctx, "/", { params: { id: found[0].id } })));
    expect((await one.json()).meeting).toMatchObject({ ...given, status: "tentative" });
  });

  test("ends a very long answer with a whole day and leads on to the rest", async ({ ctx }) => {
    const group = await makeGroup(ctx);
    const days = Array.from(
      { length: 501 },
      (_, at) => new Date(Date.UTC(2026, 4, 1 + Math.floor(at / 2), 9)),
    );
    const rows = days.map((startsAt) => ({
      title: "Long",
      startsAt,
      heldOn: startsAt.toISOString().slice(0, 10),
    }));
    const made = await ctx.db.insert(meetings).values(rows).returning({ id: meetings.id });
    await ctx.db.insert(meetingGroups).values(made.map(({ id }) => ({ meetingId: id, groupId: group.id })));
    const first = await answerOf(loader(await knock(ctx, `/api/meetings?group=${group.slug}`)));
    expect((await first.json()).meetings).toHaveLength(500);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get("link") ?? "")?.[1] ?? "";
    const rest = await answerOf(loader(await knock(ctx, new URL(next).pathname + new URL(next).search)));
    expect((await rest.json()).meetings).toHaveLength(1);
    expect(rest.headers.get("link")).toBeNull();
  });

  test("does not know of meetings held in private, nor of draft agendas", async ({ ctx }) => {
    const group = await makeGroup(ctx);
    const hidden = await makeMeeting(ctx, [group.id], { isPublic: false });
    const draft = await makeMeeting(ctx, [group.id], { heldOn: "2026-08-01", agendaState: "draft" });
    await ctx.db
      .insert(agendaItems)
      .values({ meetingId: draft.id, position: 1, number: "1", title: "Apologies" });
    const { meetings: found } = await (
      await answerOf(loader(await knock(ctx, `/api/meetings?group=${group.slug}`)))
    ).json();
    expect(found.map(({ id }: { id: string }) => id)).toEqual([draft.id]);
    expect((await answerOf(oneLoader(await knock(ctx, "/", { params: { id: hidden.id } })))).status).toBe(
      404,
    );
    const one = await (await answerOf(oneLoader(await knock(ctx, "/", { params: { id: draft.id } })))).json();
    expect(one.meeting).toMatchObject({ agenda: [], agendaUrl: null });
  });

  test.each([
    ["?from=2026-02-30", 422],
    ["?to=tomorrow", 422],
    ["?from=2026-12-01&to=2026-01-01", 422],
    ["?group=no-such-group", 404],
    ["?place=atlantis", 404],
    ["?group=<script>", 422],
  ])("%s is answered with %i in JSON", async (query, status) => {
    const { withContext } = await import("#test/setup/context.ts");
    await withContext(async (ctx) => {
      const answer = await answerOf(loader(await knock(ctx, `/api/meetings${query}`)));
      expect(answer.status).toBe(status);
      expect((await answer.json()).error).toEqual({ status, message: expect.any(String) });
    });
  });
});

describe("GET /api/meetings/ID", () => {
  test("tells a published agenda with numbers, leads, marks, pages and origins", async ({ ctx }) => {
    const hwb = await makeGroup(ctx, {
      kind: "health-and-wellbeing-board",
      name: "Health and Wellbeing Board",
      abbreviation: "HWB",
    });
    const icp = await makeGroup(ctx, {
      kind: "integrated-care-partnership",
      name: "Integrated Care Partnership",
      abbreviation: "ICP",
    });
    const meeting = await makeMeeting(ctx, [hwb.id, icp.id], {
      agendaState: "published",
      agendaPublishedAt: ctx.now,
    });
    const [item] = await ctx.db
      .insert(agendaItems)
      .values({
        meetingId: meeting.id,
        position: 1,
        number: "1",
        title: "Prevention research",
        lead: "Director",
        page: 81,
      })
      .returning();
    const marks = [icp.id, hwb.id].map((groupId) => ({ agendaItemId: item?.id ?? "", groupId }));
    await ctx.db.insert(agendaItemGroups).values(marks);
    const answer = await (
      await answerOf(oneLoader(await knock(ctx, "/", { params: { id: meeting.id } })))
    ).json();
    expect(answer.meeting.agendaUrl).toMatch(/\/agenda$/);
    expect(answer.meeting.agenda).toEqual([
      {
        number: "1",
        title: "Prevention research",
        lead: "Director",
        marks: ["HWB", "ICP"],
        page: 81,
        origin: "secretariat",
      },
    ]);
  });
});
