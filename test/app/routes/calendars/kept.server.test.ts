import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import * as v from "valibot";
import { describe, expect } from "vitest";
import { ConnectForm } from "#app/domain/calendars/doctor/inputs.ts";
import type { Ctx } from "#app/domain/context.ts";
import { findClashesOf } from "#app/domain/meetings/clashes/find-clashes.server.ts";
import { seal } from "#app/gateways/secret-box.server.ts";
import { action as check } from "#app/routes/calendars/check.tsx";
import { action as connect } from "#app/routes/calendars/connection.tsx";
import { action as move } from "#app/routes/calendars/kept/source.tsx";
import { loader as begin } from "#app/routes/calendars/new.tsx";
import { calendarGroups, calendars, events } from "#db/schema/calendars.ts";
import { calendarClocks } from "#db/schema/diary/syncs.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeCalendar } from "#test/factories/connected-calendars.ts";
import { makeGroup, makeMeeting, makePerson } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

type Loader = (args: unknown) => Promise<unknown>;

const pages = import.meta.glob<{ loader: Loader; default?: unknown }>(
  "../../../../app/routes/calendars/kept/*.tsx",
);

const secret = "https://diary.example/secret-path/basic.ics?token=abc123";

/** A calendar with a lead who keeps it, and a lead elsewhere who does not. */
async function world(ctx: Ctx) {
  const group = await makeGroup(ctx);
  const row = await makeCalendar(ctx.db, { of: { source: secret } });
  await ctx.db.insert(calendarGroups).values({ calendarId: row.id, groupId: group.id });
  const over = { totpSince: ctx.now, totpSecret: "set up" };
  const lead = await makeAccount(ctx, { ...over, roles: [["group-lead", group.id]] });
  const elsewhere = await makeAccount(ctx, { ...over, roles: [["group-lead", (await makeGroup(ctx)).id]] });
  return { group, row, lead, elsewhere };
}

const textOf = async (answer: unknown) =>
  answer instanceof Response
    ? `${answer.headers.get("location")} ${await answer.text()}`
    : JSON.stringify(answer);

describe("the pages of a calendar", () => {
  test("are there for nobody who does not keep it, and show no secret to who does", async ({ ctx }) => {
    const { row, lead, elsewhere } = await world(ctx);
    for (const [file, load] of Object.entries(pages)) {
      const { loader } = await load();
      const params = { id: row.id, event: row.id };
      const outside = loader(await knock(ctx, "/asked", { params, as: elsewhere.id }));
      expect((await answerOf(outside)).status, file).toBe(404);
      const inside = loader(await knock(ctx, "/asked", { params, as: lead.id }));
      const said = await inside.catch((thrown: unknown) => thrown);
      expect(await textOf(said), file).not.toMatch(/secret-path|abc123/);
    }
    expect(Object.keys(pages)).toHaveLength(11);
  });
});

test("a time zone that nobody knows is refused with what was sent, and one that is kept is offered", async ({
  ctx,
}) => {
  const { row, lead } = await world(ctx);
  const { action, loader } = await import("#app/routes/calendars/kept/zone.tsx");
  const at = { params: { id: row.id }, as: lead.id };
  const sent = { ...at, form: { zone: "Mars/Olympus" } };
  const answer = await answerOf(action(await knock(ctx, `/calendars/${row.id}/zone`, sent)));
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({
    errors: { zone: expect.stringContaining("no time zone that we know") },
    values: { zone: "Mars/Olympus" },
  });
  const shown = await loader(await knock(ctx, `/calendars/${row.id}/zone`, at));
  expect(JSON.parse(JSON.stringify(shown))).toMatchObject({ defaultZone: "Europe/London" });
});

describe("what was asked for", () => {
  const body = (...days: number[]) =>
    calendar(...days.map((day) => vevent(`UID:${day}@n`, `DTSTART:202606${day}T090000Z`, "SUMMARY:Board")));
  const place = (answer: Response) => answer.headers.get("location")?.split("?")[1];

  test("is only said to be done when it is: a file is taken, held, or has to be sent again", async ({
    ctx,
  }) => {
    const { row, lead } = await world(ctx);
    const of = { kind: "upload" as const, source: "diary.ics", sourceShown: "diary.ics" };
    await ctx.db.update(calendars).set(of).where(eq(calendars.id, row.id));
    const { action } = await import("#app/routes/calendars/kept/upload.tsx");
    const send = async (file: string) => {
      const sent = { params: { id: row.id }, as: lead.id, form: { file } };
      return place(await answerOf(action(await knock(ctx, `/calendars/${row.id}/upload`, sent))));
    };
    expect(await send(body(11, 12, 13, 14, 15))).toBe("did=upload");
    expect(await send(body(11))).toBeUndefined();
    const leasedUntil = sql`clock_timestamp() + interval '1 minute'`;
    await ctx.db.update(calendarClocks).set({ leaseId: row.id, leasedUntil });
    expect(await send(body(11, 12))).toBe("did=upload-busy");
    const { action: confirm } = await import("#app/routes/calendars/kept/confirmation.tsx");
    const yes = async () =>
      place(
        await answerOf(
          confirm(await knock(ctx, "/asked", { params: { id: row.id }, as: lead.id, form: {} })),
        ),
      );
    expect(await yes()).toBe("did=confirm-later");
    await ctx.db.update(calendarClocks).set({ leaseId: null, leasedUntil: null });
    expect(await yes()).toBe("did=confirm");
  });
});

test("the second keeper of an event without a title reads which one it has, and comes back to the calendar", async ({
  ctx,
}) => {
  const { row, lead } = await world(ctx);
  const named = { uid: "1@n", summary: "Away day", givenTitle: "Away day" };
  const [event] = await ctx.db
    .insert(events)
    .values({ calendarId: row.id, ...named })
    .returning();
  const { action, loader } = await import("#app/routes/calendars/kept/held.tsx");
  const at = { params: { id: row.id, event: event?.id ?? "" }, as: lead.id };
  const sent = { ...at, form: { title: "Picnic in the park" } };
  const answer = await answerOf(action(await knock(ctx, "/asked", sent)));
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({
    message: expect.stringContaining("somebody has given it the title “Away day”"),
    typed: [["title", "Picnic in the park"]],
  });
  const back = await answerOf(loader(await knock(ctx, "/asked", at)));
  expect(back.headers.get("location")).toBe(`/calendars/${row.id}?did=answered`);
});

test("what is unlucky about a group's dates is said on its calendar's page, to who runs the group", async ({
  ctx,
}) => {
  const { group, row, lead } = await world(ctx);
  await makeMeeting(ctx, [group.id], { heldOn: "2026-06-13" });
  const twin = await makeGroup(ctx);
  await ctx.db.insert(calendarGroups).values({ calendarId: row.id, groupId: twin.id });
  const joint = await makeMeeting(ctx, [group.id, twin.id], { heldOn: "2026-06-20" });
  const { loader } = await import("#app/routes/calendars/kept/show.tsx");
  const shown = await loader(await knock(ctx, "/asked", { params: { id: row.id }, as: lead.id }));
  expect(JSON.parse(JSON.stringify(shown)).clashes).toMatchObject([
    { kind: "day off", meeting: { heldOn: "2026-06-13" } },
    { kind: "day off", meeting: { id: joint.id } },
  ]);
  const admin = await makePerson(ctx, [["administrator", null]]);
  const both = await findClashesOf({ ...ctx, actor: admin }, [group.id, twin.id]);
  expect(both.map(({ meeting }) => meeting.heldOn)).toEqual(["2026-06-13", "2026-06-20"]);
});

describe("connecting one", () => {
  test("gives back every word of an address that cannot be taken, but no password", async ({ ctx }) => {
    const { group, lead } = await world(ctx);
    const typed = {
      for: `groups/${group.slug}`,
      how: "address",
      address: "not an address",
      password: "apple-pear",
    };
    const answer = await answerOf(check(await knock(ctx, "/calendars/check", { form: typed, as: lead.id })));
    const reply = await answer.json();
    expect(answer.status).toBe(422);
    expect(reply).toMatchObject({
      values: { address: "not an address" },
      errors: { address: expect.any(String) },
    });
    expect(JSON.stringify(reply)).not.toContain("apple-pear");
  });

  test("case 77: our own feed is refused by its address at every door", async ({ ctx }) => {
    const { group, row, lead } = await world(ctx);
    const address = `webcal://localhost:3000/calendars/${group.slug}.ics`;
    const form = { for: `groups/${group.slug}`, address };
    const errors = { address: expect.stringContaining("follow itself in a circle") };
    const asked = await answerOf(check(await knock(ctx, "/calendars/check", { form, as: lead.id })));
    expect(asked.status).toBe(422);
    expect(await asked.json()).toMatchObject({ errors });
    const joined = await answerOf(connect(await knock(ctx, "/calendars/connection", { form, as: lead.id })));
    expect(joined.status).toBe(422);
    expect(await joined.json()).toMatchObject({ errors });
    const change = { form: { address }, params: { id: row.id }, as: lead.id };
    const changed = await answerOf(move(await knock(ctx, `/calendars/${row.id}/source`, change)));
    expect(changed.status).toBe(422);
    expect(await changed.json()).toMatchObject({ errors });
  });

  test("asks no address that nobody looked at, and counts each try", async ({ ctx }) => {
    const { group, lead } = await world(ctx);
    const form = { for: `groups/${group.slug}`, how: "file", by: "all" };
    const ask = async () =>
      answerOf(connect(await knock(ctx, "/calendars/connection", { form, as: lead.id })));
    const unseen = { for: form.for, address: "https://diary.example/a.ics" };
    expect(v.safeParse(ConnectForm, unseen).issues?.map(({ message }) => message)).toEqual([
      expect.stringContaining("Look at what would come in first"),
    ]);
    const first = await ask();
    expect([first.status, await ctx.db.$count(calendarGroups)]).toEqual([422, 1]);
    for (let at = 0; at < 39; at += 1) await ask();
    expect((await ask()).status).toBe(429);
  });

  test("a sealed text of another kind, or a broken one, is asked for again and said nowhere", async ({
    ctx,
  }) => {
    const { group, lead } = await world(ctx);
    const until = ctx.now.getTime() + 1_000;
    const forged = [
      // Whole and for this person, but sealed for another purpose
      seal(
        JSON.stringify({ by: lead.id, until, source: { kind: "address", source: "https://[" }, file: null }),
      ),
      seal("JBSWY3DPEHPK3PXP"),
      seal("JBSWY3DPEHPK3PXP", "calendar check"),
      seal("null", "calendar check"),
      seal(JSON.stringify({ by: lead.id, until, source: null, file: "no gzip" }), "calendar check"),
      "1.a.b.c",
      "anything",
    ];
    for (const sealed of forged)
      for (const [path, door] of [
        ["/calendars/check", check],
        ["/calendars/connection", connect],
      ] as const) {
        const form = { for: `groups/${group.slug}`, sealed };
        const answer = await answerOf(door(await knock(ctx, path, { form, as: lead.id })));
        const said = await answer.text();
        expect(answer.status, said).toBe(422);
        expect(said).toContain("Check the address again");
        expect(said).not.toContain("JBSWY3DP");
      }
  });

  test("a file too large to travel on is said so, before it is lost", async ({ ctx }) => {
    const { group, lead } = await world(ctx);
    const words = (at: number) =>
      `UID:${at}@b\nDTSTART:20260505T090000Z\nSUMMARY:${randomBytes(3_000).toString("base64")}`;
    const events = Array.from({ length: 400 }, (_, at) => `BEGIN:VEVENT\n${words(at)}\nEND:VEVENT`);
    const file = `BEGIN:VCALENDAR\nVERSION:2.0\n${events.join("\n")}\nEND:VCALENDAR`;
    const form = { for: `groups/${group.slug}`, how: "file", file };
    const answer = await answerOf(check(await knock(ctx, "/calendars/check", { form, as: lead.id })));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: { file: expect.stringContaining("too large") } });
  });

  test("is refused for a group that one does not run, and there is none for a group that is not", async ({
    ctx,
  }) => {
    const { group, elsewhere } = await world(ctx);
    const ask = async (owner: string) =>
      (await answerOf(begin(await knock(ctx, `/calendars/new?for=${owner}`, { as: elsewhere.id })))).status;
    expect(await ask(`groups/${group.slug}`)).toBe(403);
    expect(await ask("groups/no-such-group")).toBe(404);
    expect(await ask("people/somebody")).toBe(404);
  });

  test("is tried forty times an hour and no more, as each try asks somebody else's host", async ({ ctx }) => {
    const { group, lead } = await world(ctx);
    const form = { for: `groups/${group.slug}`, address: "not an address" };
    const statuses: number[] = [];
    for (let at = 0; at < 41; at += 1)
      statuses.push(
        (await answerOf(check(await knock(ctx, "/calendars/check", { form, as: lead.id })))).status,
      );
    expect(statuses.at(39)).toBe(422);
    expect(statuses.at(40)).toBe(429);
  });
});
