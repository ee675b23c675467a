import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { findPersonActor } from "#app/domain/accounts/find.server.ts";
import { eraseAccount, NAME_OF_ERASED } from "#app/domain/accounts/personal-data/erase-account.server.ts";
import { findPersonalData } from "#app/domain/accounts/personal-data/find-personal-data.server.ts";
import { forgetOldPersonalData } from "#app/domain/accounts/personal-data/forget-old-personal-data.server.ts";
import { findWhatWaits } from "#app/domain/accounts/personal-data/what-waits.server.ts";
import { renewRecoveryCodes } from "#app/domain/accounts/second-step/recovery-codes.server.ts";
import { issueToken } from "#app/domain/accounts/tokens.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { sayWhetherComing } from "#app/domain/meetings/attendance/say-whether-coming.server.ts";
import { inviteTo } from "#app/domain/meetings/invitations/send-invitations.server.ts";
import { record } from "#app/domain/record.server.ts";
import { beginSession } from "#app/http/session.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { changes, people, roleGrants, sessions, throttles, tokens } from "#db/schema/accounts.ts";
import { calendars } from "#db/schema/calendars.ts";
import { meetingAttendances, meetingInvitations } from "#db/schema/diary/following.ts";
import { cases } from "#db/schema/keeping/cases.ts";
import { mails } from "#db/schema/keeping/mails.ts";
import { registrations } from "#db/schema/keeping/registrations.ts";
import { organisations } from "#db/schema/organisations.ts";
import { as, makeAccount } from "#test/factories/accounts.ts";
import { mailsTo } from "#test/factories/accounts-traces.ts";
import { makeCalendar } from "#test/factories/connected-calendars.ts";
import { makeInvited, organiser } from "#test/factories/invitations.ts";
import { makeGroup, makeMeeting } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";

const letter = { kind: "test", subject: "Hello", body: ["Hello"], reason: "A test." };
const DAY_MS = 86_400_000;
const daysAgo = (ctx: Ctx, days: number) => new Date(ctx.now.getTime() - days * DAY_MS);

/** Somebody with something in every corner. */
async function withTraces(ctx: Ctx, over: Parameters<typeof makeAccount>[1] = {}): Promise<Person> {
  const person = await makeAccount(ctx, {
    name: "Zoë Grüneklee",
    totpSince: ctx.now,
    totpSecret: "sealed",
    ...over,
  });
  const { id: organisationId } = await makeOrganisation(ctx, { state: "draft" });
  await beginSession(ctx.db, person.id);
  await issueToken(ctx, { purpose: "sign-in", personId: person.id, minutes: 15 });
  await post(ctx, { email: person.email, personId: person.id }, letter);
  await ctx.db.insert(cases).values({
    kind: "claim",
    level: "team",
    noun: "organisation",
    recordId: organisationId,
    organisationId,
    title: "This is us",
    details: { role: "Chair", howToCheck: "Ring 01632 960001" },
    fromName: person.name,
    fromEmail: person.email.toUpperCase(),
  });
  await ctx.db
    .insert(registrations)
    .values({ organisationId, contactName: person.name, contactEmail: person.email, contactRole: "Chair" });
  const about = { noun: "registration", nounId: organisationId, after: { contactEmail: person.email } };
  await record(as(ctx, person), { deed: "begin registration", ...about });
  return person;
}

test("recovery codes that are left are counted as they are", async ({ ctx }) => {
  const person = await makeAccount(ctx, { totpSince: ctx.now, totpSecret: "sealed" });
  const codes = await renewRecoveryCodes(ctx, person.id);
  const { account } = await findPersonalData(as(ctx, person));
  expect(account?.recoveryCodesLeft).toBe(codes.length);
});

test("everything that is held about a person is shown, and nothing of anybody else's", async ({ ctx }) => {
  const person = await withTraces(ctx, { roles: [["icb-staff", null]] });
  const other = await withTraces(ctx);
  const data = await findPersonalData(as(ctx, person));
  expect(data).toMatchObject({
    account: {
      id: person.id,
      name: person.name,
      email: person.email,
      hasPassword: true,
      secondStepSince: ctx.now,
    },
    roles: [{ role: "icb-staff" }],
    devicesSignedIn: [{ device: "" }],
    linksMailed: [{ purpose: "sign-in" }],
    mails: [{ kind: "test", subject: "Hello" }],
    changesMade: [{ deed: "begin registration" }],
    casesRaised: [{ kind: "claim" }],
    registrations: [{ role: "Chair" }],
  });
  const text = JSON.stringify(data);
  expect(text).not.toContain(other.email);
  expect(text).not.toMatch(/argon2|sealed/);
});

test("what was said of meetings and what they were invited to is shown, goes with the account, and with time", async ({
  ctx,
}) => {
  const group = await makeGroup(ctx);
  const meeting = await makeMeeting(ctx, [group.id], { heldOn: "2026-06-11" });
  const [person, other] = [await makeInvited(ctx, group.id), await makeInvited(ctx, group.id)];
  await inviteTo(ctx, [meeting.id], organiser);
  for (const who of [person, other])
    await sayWhetherComing(as(ctx, who), meeting.id, {
      answer: "accepted",
      comment: `I am ${who.id}`,
      time: "",
    });
  expect(await findPersonalData(as(ctx, person))).toMatchObject({
    attendance: [{ meeting: "Quarterly meeting", answer: "accepted", comment: `I am ${person.id}` }],
    invitations: [{ meeting: "Quarterly meeting", sentAt: ctx.now, takenBackAt: null }],
  });
  await eraseAccount(as(ctx, person));
  for (const table of [meetingAttendances, meetingInvitations])
    expect(await ctx.db.select().from(table)).toMatchObject([{ personId: other.id }]);
  await forgetOldPersonalData({ ...ctx, now: new Date("2027-06-11T12:00:00Z") });
  expect(await ctx.db.$count(meetingAttendances)).toBe(1);
  await forgetOldPersonalData({ ...ctx, now: new Date("2027-06-13T12:00:00Z") });
  for (const table of [meetingAttendances, meetingInvitations]) expect(await ctx.db.$count(table)).toBe(0);
});

describe("calendars that they connected", () => {
  const of = {
    kind: "caldav" as const,
    source: "https://dav.example/zoe/",
    account: "zoe",
    password: "plum",
  };

  test("are shown by name and host, without an address or a password", async ({ ctx }) => {
    const [person, other] = [await makeAccount(ctx), await makeAccount(ctx)];
    await makeCalendar(ctx.db, { of, name: "Board", connectedById: person.id });
    await makeCalendar(ctx.db, { of, name: "Not mine", connectedById: other.id });
    const data = await findPersonalData(as(ctx, person));
    expect(data.calendarsConnected).toMatchObject([{ name: "Board", at: "dav.example", signsInAs: "zoe" }]);
    expect(JSON.stringify(data)).not.toMatch(/dav\.example\/|plum|sealed/i);
  });

  test("lose user name and password with the account, so that they are read no more", async ({ ctx }) => {
    const [person, other] = [await makeAccount(ctx), await makeAccount(ctx)];
    const mine = await makeCalendar(ctx.db, { of, connectedById: person.id });
    const theirs = await makeCalendar(ctx.db, { of, connectedById: other.id });
    await eraseAccount(as(ctx, person));
    const rows = await ctx.db.select().from(calendars);
    const signIn = (id: string) => rows.find((row) => row.id === id);
    expect(signIn(mine.id)).toMatchObject({ account: null, sealedPassword: null });
    expect(signIn(theirs.id)).toMatchObject({ account: "zoe", sealedPassword: expect.any(String) });
  });
});

describe("erasing", () => {
  test("leaves a row that says nothing of who they were", async ({ ctx }) => {
    const person = await withTraces(ctx, { roles: [["icb-staff", null]] });
    await eraseAccount(as(ctx, person));
    const [row] = await ctx.db.select().from(people).where(eq(people.id, person.id));
    expect(row).toMatchObject({
      name: NAME_OF_ERASED,
      passwordHash: null,
      totpSecret: null,
      erasedAt: ctx.now,
    });
    expect(await findPersonActor(ctx.db, person.id, ctx.now)).toBeNull();
    expect(await ctx.db.select().from(sessions)).toEqual([]);
    expect(await ctx.db.select().from(tokens)).toEqual([]);
    const [grant] = await ctx.db.select().from(roleGrants);
    expect(grant?.endedAt).toEqual(ctx.now);
    const [last, ...more] = await mailsTo(ctx, person.email);
    expect([last?.kind, last?.personId, more]).toEqual(["account erased", null, []]);
  });

  test("leaves their name and address nowhere in the database, once the last mail has gone", async ({
    ctx,
  }) => {
    const person = await withTraces(ctx);
    await eraseAccount(as(ctx, person));
    await ctx.db.update(mails).set({ sentAt: ctx.now, letter: null });
    await forgetOldPersonalData(ctx);
    const tables = await ctx.db.execute(
      sql`select tablename as name from pg_tables where schemaname = 'public'`,
    );
    for (const { name } of [...tables]) {
      const rows = await ctx.db.execute(
        sql`select to_jsonb(t)::text as row from ${sql.identifier(String(name))} t`,
      );
      const words = JSON.stringify([...rows]).toLowerCase();
      expect(words.includes(person.email), `the address in ${name}`).toBe(false);
      expect(words.includes("grüneklee"), `the name in ${name}`).toBe(false);
      expect(words.includes("01632 960001"), `how to reach them in ${name}`).toBe(false);
    }
  });

  test("keeps who did what, by id", async ({ ctx }) => {
    const person = await withTraces(ctx);
    await eraseAccount(as(ctx, person));
    const rows = await ctx.db.select().from(changes).where(eq(changes.personId, person.id));
    expect(rows.map(({ deed }) => deed)).toEqual(["begin registration", "erase account"]);
    expect(rows[0]?.after).toEqual({ contactEmail: "erased" });
  });

  test("waits until somebody else keeps what is on show", async ({ ctx }) => {
    const { id, slug, name } = await makeOrganisation(ctx, { state: "live" });
    const draft = await makeOrganisation(ctx, { state: "draft" });
    const owner = await makeAccount(ctx, {
      roles: [
        ["organisation-owner", id],
        ["organisation-owner", draft.id],
      ],
    });
    const asked = { ...as(ctx, owner) };
    expect(await findWhatWaits(asked)).toEqual({ isLastAdministrator: false, soleOwnerOf: [{ slug, name }] });
    await expect(eraseAccount(asked)).rejects.toThrow(Conflict);
    await makeAccount(ctx, { roles: [["organisation-owner", id]] });
    await eraseAccount(asked);
  });

  test("waits for another administrator, also where the role is held back", async ({ ctx }) => {
    const { id } = await makeAccount(ctx, { roles: [["administrator", null]] });
    const actor = await findPersonActor(ctx.db, id, ctx.now);
    if (!actor) throw new Error("Nobody");
    expect(actor.roles).toEqual([]);
    await expect(eraseAccount(as(ctx, actor))).rejects.toThrow(Conflict);
  });
});

describe("forgetting by the clock", () => {
  test("takes what is old and leaves what is not, once", async ({ ctx }) => {
    const { id: personId } = await makeAccount(ctx);
    const old = { ...ctx, now: daysAgo(ctx, 31) };
    await issueToken(old, { purpose: "sign-in", personId, minutes: 15 });
    await issueToken(ctx, { purpose: "sign-in", personId, minutes: 15 });
    for (const days of [366, 364]) await post(ctx, { email: `${days}@example.org`, personId }, letter);
    await ctx.db
      .update(mails)
      .set({ sentAt: daysAgo(ctx, 366), letter: null })
      .where(eq(mails.toEmail, "366@example.org"));
    await ctx.db
      .update(mails)
      .set({ sentAt: daysAgo(ctx, 364), letter: null })
      .where(eq(mails.toEmail, "364@example.org"));
    await throttle(ctx, "report", { address: "192.0.2.1" });
    await ctx.db.update(throttles).set({ expire: daysAgo(ctx, 1) });
    await ctx.db.insert(sessions).values({ id: "old", userId: personId, expiresAt: daysAgo(ctx, 1) });
    expect(await forgetOldPersonalData(ctx)).toMatchObject({ sessions: 1, tokens: 1, mails: 1, attempts: 1 });
    expect(await ctx.db.select().from(tokens)).toHaveLength(1);
    expect((await ctx.db.select().from(mails)).map(({ toEmail }) => toEmail)).toEqual(["364@example.org"]);
    const before = await ctx.db.select().from(changes);
    expect(before.map(({ deed }) => deed)).toEqual(["forget old personal data"]);
    await forgetOldPersonalData(ctx);
    expect(await ctx.db.select().from(changes)).toHaveLength(before.length);
  });

  test("takes registrations that nobody sent in, and never a record on show", async ({ ctx }) => {
    const begin = async (
      days: number,
      over: Partial<typeof organisations.$inferInsert>,
      submittedAt: Date | null,
    ) => {
      const { id } = await makeOrganisation(ctx, over);
      const updatedAt = daysAgo(ctx, days);
      await ctx.db.insert(registrations).values({ organisationId: id, updatedAt, submittedAt });
      return id;
    };
    const idle = await begin(91, { state: "draft" }, null);
    const kept = [
      await begin(89, { state: "draft" }, null),
      await begin(91, { state: "live" }, null),
      await begin(91, { state: "waiting" }, ctx.now),
    ];
    await forgetOldPersonalData(ctx);
    const left = (await ctx.db.select({ id: organisations.id }).from(organisations)).map(({ id }) => id);
    expect(left).not.toContain(idle);
    expect(left).toEqual(expect.arrayContaining(kept));
  });

  test("takes who asked from cases a year after their answer", async ({ ctx }) => {
    const { id: organisationId } = await makeOrganisation(ctx);
    const close = (days: number) =>
      ctx.db.insert(cases).values({
        kind: "report",
        state: "resolved",
        level: "team",
        noun: "organisation",
        recordId: organisationId,
        organisationId,
        title: `${days}`,
        fromName: "Tom Ridley",
        fromEmail: "tom@example.org",
        decidedAt: daysAgo(ctx, days),
      });
    await close(366);
    await close(364);
    await forgetOldPersonalData(ctx);
    const rows = await ctx.db
      .select({ title: cases.title, from: cases.fromEmail, name: cases.fromName })
      .from(cases);
    expect(rows).toEqual(
      expect.arrayContaining([
        { title: "366", from: null, name: "" },
        { title: "364", from: "tom@example.org", name: "Tom Ridley" },
      ]),
    );
  });
});
