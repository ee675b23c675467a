import { and, eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { readFeed } from "#app/domain/calendars/ics.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import {
  beginInvitations,
  endInvitations,
  inviteTo,
  refreshInvitations,
  sendInvitations,
} from "#app/domain/meetings/invitations/send-invitations.server.ts";
import { roleGrants } from "#db/schema/accounts.ts";
import { groupFollowers, meetingAttendances } from "#db/schema/diary/following.ts";
import { seats } from "#db/schema/groups.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import { jobsOf } from "#test/factories/accounts-traces.ts";
import { makeMember } from "#test/factories/groups.ts";
import { change, invitationsTo, invitationTo, makeInvited, organiser } from "#test/factories/invitations.ts";
import { makeGroup, makeMeeting } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { NOW, test } from "#test/setup/context.ts";

const send = (ctx: Ctx, ...ids: string[]) => inviteTo(ctx, ids, organiser);
const methods = async (ctx: Ctx, person: Person) =>
  (await invitationsTo(ctx, person)).map(({ method }) => method);
const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(NOW.getTime() + days * 86_400_000) });

/** A group, somebody with a seat who wants invitations, and a meeting two months ahead. */
async function scene(ctx: Ctx, over: Parameters<typeof makeMeeting>[2] = {}) {
  const group = await makeGroup(ctx, { name: "Norwich Place Network" });
  const meeting = await makeMeeting(ctx, [group.id], {
    endsAt: new Date("2026-06-11T11:30:00Z"),
    location: "The Forum, Norwich",
    ...over,
  });
  const person = await makeInvited(ctx, group.id, { name: 'Zoë “Zo” Grün"eklee', email: "zoe@example.org" });
  return { group, meeting, person };
}

describe("a new meeting", () => {
  test("is sent as an iTIP REQUEST that names the organiser, the attendee and the zone", async ({ ctx }) => {
    const { meeting, person } = await scene(ctx);
    await send(ctx, meeting.id);
    const [mail, ...more] = await invitationsTo(ctx, person);
    const { secret } = await invitationTo(ctx, meeting.id);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe("Invitation: Quarterly meeting, Thursday 11 June 2026, 10am to 12.30pm");
    expect(mail?.method).toBe("REQUEST");
    expect(mail?.lines).toEqual(
      expect.arrayContaining([
        "METHOD:REQUEST",
        "BEGIN:VTIMEZONE",
        `UID:${meeting.id}@meetings.assembly`,
        "SEQUENCE:0",
        "DTSTAMP:20260414T090000Z",
        "DTSTART;TZID=Europe/London:20260611T100000",
        "DTEND;TZID=Europe/London:20260611T123000",
        `ORGANIZER;CN="Norwich Place Network":mailto:answers+${secret}@assembly.example.org`,
        `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Zoë “Zo” Grün'eklee":mailto:zoe@example.org`,
        `URL;VALUE=URI:https://assembly.example.org/meetings/${meeting.id}`,
        "STATUS:CONFIRMED",
      ]),
    );
    expect(secret).toMatch(/^[0-9a-f]{32}$/);
  });
  test("is written with CRLF, in lines of at most 75 octets, and read back by our own reader", async ({
    ctx,
  }) => {
    const { meeting, person } = await scene(ctx, { title: "Ŵŷrd – ".repeat(20) });
    await send(ctx, meeting.id);
    const [mail] = await invitationsTo(ctx, person);
    const text = mail?.text ?? "";
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const feed = readFeed(text, {
      zone: "Europe/London",
      from: new Date("2026-04-01T00:00:00Z"),
      to: new Date("2027-04-01T00:00:00Z"),
    } as Parameters<typeof readFeed>[1]);
    expect(feed.occurrences).toMatchObject([
      { summary: "Ŵŷrd – ".repeat(20).trim(), start: "2026-06-11T09:00:00Z" },
    ]);
  });
  test("goes to members who want invitations, and to nobody else", async ({ ctx }) => {
    const { group, meeting, person } = await scene(ctx);
    const follow = (personId: string, kind: "news" | "invitations") =>
      ctx.db.insert(groupFollowers).values({ groupId: group.id, personId, kind });
    const organisation = await makeOrganisation(ctx);
    await makeMember(ctx, group.id, organisation.id);
    const keeper = await makeAccount(ctx, { roles: [["organisation-editor", organisation.id]] });
    const [reader, outsider] = [await makeAccount(ctx), await makeAccount(ctx)];
    await follow(keeper.id, "invitations");
    await follow(reader.id, "news");
    await follow(outsider.id, "invitations");
    await send(ctx, meeting.id);
    for (const invited of [person, keeper]) expect(await methods(ctx, invited)).toEqual(["REQUEST"]);
    for (const other of [reader, outsider]) expect(await methods(ctx, other)).toEqual([]);
  });
  test("is told once to somebody of two bodies that meet together, in the name of both", async ({ ctx }) => {
    const { group, person } = await scene(ctx);
    const board = await makeGroup(ctx, { name: "Norwich Place Board" });
    await ctx.db
      .insert(groupFollowers)
      .values({ groupId: board.id, personId: person.id, kind: "invitations" });
    const joint = await makeMeeting(ctx, [group.id, board.id]);
    await send(ctx, joint.id);
    const [mail, ...more] = await invitationsTo(ctx, person);
    expect(more).toEqual([]);
    expect(mail?.text.replace(/\r\n /g, "")).toContain('CN="Norwich Place Network, Norwich Place Board"');
  });
  test.for([
    ["not public", { isPublic: false }],
    ["called off already", { status: "cancelled" }],
    ["over", { heldOn: "2026-04-13", endsAt: new Date("2026-04-13T11:00:00Z") }],
    ["further ahead than three months", { heldOn: "2026-07-16", endsAt: null }],
  ] as const)("that is %s is told to nobody", async ([, over], { ctx }) => {
    const { meeting, person } = await scene(ctx, over);
    await send(ctx, meeting.id);
    expect(await methods(ctx, person)).toEqual([]);
  });
});

describe("nothing is told twice", () => {
  test("however often it is asked", async ({ ctx }) => {
    const { meeting, person } = await scene(ctx);
    await send(ctx, meeting.id);
    await send(ctx, meeting.id);
    await refreshInvitations(ctx, organiser);
    expect(await methods(ctx, person)).toEqual(["REQUEST"]);
  });
  test("nor is an agenda that is published, though its SEQUENCE rises", async ({ ctx }) => {
    const { meeting, person } = await scene(ctx);
    await send(ctx, meeting.id);
    await change(ctx, meeting, { agendaState: "published", agendaPublishedAt: ctx.now });
    await send(ctx, meeting.id);
    expect(await methods(ctx, person)).toEqual(["REQUEST"]);
  });
});

describe("a change", () => {
  test("of place or title is sent with the higher SEQUENCE, and what was answered stands", async ({
    ctx,
  }) => {
    const { meeting, person } = await scene(ctx);
    await send(ctx, meeting.id);
    await answered(ctx, meeting, person);
    await change(ctx, meeting, { location: "County Hall" });
    await send(ctx, meeting.id);
    const [, mail] = await invitationsTo(ctx, person);
    expect(mail?.subject).toMatch(/^Changed: /);
    expect(mail?.lines).toContain("SEQUENCE:1");
    expect(mail?.text.replace(/\r\n /g, "")).toContain("PARTSTAT=ACCEPTED;RSVP=FALSE");
    expect(mail?.body).toContain("You said “Coming”; that stands.");
  });
  test("of time asks again", async ({ ctx }) => {
    const { meeting, person } = await scene(ctx);
    await send(ctx, meeting.id);
    await answered(ctx, meeting, person);
    const [startsAt, endsAt] = [new Date("2026-06-18T09:00:00Z"), new Date("2026-06-18T11:30:00Z")];
    await change(ctx, meeting, { heldOn: "2026-06-18", startsAt, endsAt });
    await send(ctx, meeting.id);
    const [, mail] = await invitationsTo(ctx, person);
    expect(mail?.subject).toBe("Moved: Quarterly meeting, Thursday 18 June 2026, 10am to 12.30pm");
    expect(mail?.text.replace(/\r\n /g, "")).toContain("PARTSTAT=NEEDS-ACTION;RSVP=TRUE");
    expect(mail?.body).toContain("Before it moved you said “Coming”. Please answer again.");
    expect(await invitationTo(ctx, meeting.id)).toMatchObject({ sequence: 1, timeSequence: 1 });
  });
});

describe("an invitation is taken back with CANCEL", () => {
  test("when the meeting is called off, and comes again when it is on again", async ({ ctx }) => {
    const { meeting, person } = await scene(ctx);
    await send(ctx, meeting.id);
    const off = await change(ctx, meeting, { status: "cancelled" });
    await send(ctx, meeting.id);
    await send(ctx, meeting.id);
    await change(ctx, off, { status: "planned" });
    await send(ctx, meeting.id);
    const [, mail] = await invitationsTo(ctx, person);
    expect(await methods(ctx, person)).toEqual(["REQUEST", "CANCEL", "REQUEST"]);
    expect(mail?.lines).toEqual(expect.arrayContaining(["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1"]));
    expect(mail?.lines).toContain(`UID:${meeting.id}@meetings.assembly`);
  });
  test("when it is withdrawn, or is no longer public", async ({ ctx }) => {
    const { group, meeting, person } = await scene(ctx);
    const other = await makeMeeting(ctx, [group.id], { heldOn: "2026-07-09" });
    await send(ctx, meeting.id, other.id);
    await change(ctx, meeting, { status: "withdrawn" });
    await change(ctx, other, { isPublic: false, title: "Grievance hearing", location: "Room 3" });
    await send(ctx, meeting.id, other.id);
    expect(await methods(ctx, person)).toEqual(["REQUEST", "REQUEST", "CANCEL", "CANCEL"]);
    expect(JSON.stringify(await invitationsTo(ctx, person))).not.toMatch(/Grievance|Room 3/);
  });
  test("when somebody stops following, for every meeting to come", async ({ ctx }) => {
    const { group, meeting, person } = await scene(ctx);
    await beginInvitations(ctx, { groupId: group.id, personId: person.id }, organiser);
    await endInvitations(ctx, { groupId: group.id, personId: person.id }, organiser);
    const [, mail] = await invitationsTo(ctx, person);
    expect(mail).toMatchObject({
      method: "CANCEL",
      subject: expect.stringMatching(/^Taken out of your calendar/),
    });
    expect(await invitationTo(ctx, meeting.id)).toMatchObject({ cancelledAt: ctx.now });
  });
  test("but not while another group of theirs still invites to it", async ({ ctx }) => {
    const { group, person } = await scene(ctx);
    const board = await makeGroup(ctx);
    const joint = await makeMeeting(ctx, [group.id, board.id]);
    await ctx.db
      .insert(groupFollowers)
      .values({ groupId: board.id, personId: person.id, kind: "invitations" });
    await ctx.db.insert(roleGrants).values({
      personId: person.id,
      role: "organisation-editor",
      scopeId: (await makeOrganisation(ctx)).id,
      grantedAt: ctx.now,
    });
    await ctx.db.insert(seats).values({
      groupId: board.id,
      seatNumber: 2,
      roleTitle: "Member",
      personId: person.id,
      heldFrom: "2025-01-01",
    });
    await send(ctx, joint.id);
    await endInvitations(ctx, { groupId: group.id, personId: person.id }, organiser);
    expect(await methods(ctx, person)).toEqual(["REQUEST"]);
  });
  test("by the clock, when somebody no longer belongs to the group", async ({ ctx }) => {
    const { group, meeting, person } = await scene(ctx);
    await send(ctx, meeting.id);
    await ctx.db
      .update(seats)
      .set({ heldUntil: "2026-04-15" })
      .where(and(eq(seats.groupId, group.id), eq(seats.personId, person.id)));
    await refreshInvitations(ctx, organiser);
    expect(await methods(ctx, person)).toEqual(["REQUEST"]);
    await refreshInvitations(later(ctx, 2), organiser);
    expect(await methods(ctx, person)).toEqual(["REQUEST", "CANCEL"]);
  });
});

test("whoever begins gets the meetings of the next three months, one mail each, and later ones as they come near", async ({
  ctx,
}) => {
  const { group, person } = await scene(ctx);
  await makeMeeting(ctx, [group.id], { heldOn: "2026-07-09" });
  await makeMeeting(ctx, [group.id], { heldOn: "2026-08-06" });
  await beginInvitations(ctx, { groupId: group.id, personId: person.id }, organiser);
  expect(await methods(ctx, person)).toEqual(["REQUEST", "REQUEST"]);
  await refreshInvitations(later(ctx, 30), organiser);
  expect(await methods(ctx, person)).toEqual(["REQUEST", "REQUEST", "REQUEST"]);
});

const answered = (
  ctx: Ctx,
  meeting: { id: string; startsAt: Date | null; endsAt: Date | null },
  person: Person,
) =>
  ctx.db.insert(meetingAttendances).values({
    ...{ meetingId: meeting.id, personId: person.id, answer: "accepted", way: "page" },
    timeAnswered: `${meeting.startsAt?.toISOString()}/${meeting.endsAt?.toISOString() ?? ""}`,
    ...{ answeredAt: ctx.now, stampedAt: ctx.now },
  });

test("a change leaves a job for each meeting that somebody is to hear of, and for no other", async ({
  ctx,
}) => {
  const { group, meeting } = await scene(ctx);
  const other = await makeMeeting(ctx, [(await makeGroup(ctx)).id]);
  await sendInvitations(ctx, [meeting.id, other.id]);
  await sendInvitations(ctx, [meeting.id]);
  expect(await jobsOf(ctx)).toEqual(["send-invitations"]);
  await inviteTo(ctx, [meeting.id], organiser);
  await ctx.db.delete(groupFollowers).where(eq(groupFollowers.groupId, group.id));
  await ctx.db.execute(sql`select graphile_worker.remove_job(${`invitations ${meeting.id}`})`);
  await sendInvitations(ctx, [meeting.id]);
  expect(await jobsOf(ctx)).toEqual(["send-invitations"]);
});
