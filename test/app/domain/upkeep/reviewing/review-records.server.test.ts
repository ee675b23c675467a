import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { confirmRecords } from "#app/domain/upkeep/confirming/confirm-records.server.ts";
import { addDays } from "#app/domain/upkeep/ladder.ts";
import { reviewRecords } from "#app/domain/upkeep/reviewing/review-records.server.ts";
import { cases } from "#db/schema/keeping/cases.ts";
import {
  deedsOf,
  makeAdministrator,
  makeNetwork,
  makeOwner,
  posted,
  tokenIn,
  worksIn,
} from "#test/factories/cases.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeService } from "#test/factories/services.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "review records" } });

/** Confirmed on 14 October 2025, for six months: due on 14 April 2026. */
const confirmedOn = "2025-10-14";
const DUE = "2026-04-14";

const onDay = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(`${addDays(DUE, days)}T09:00:00Z`) });
const kinds = async (ctx: Ctx) => (await posted(ctx)).map(({ kind }) => kind);
const openCases = async (ctx: Ctx) =>
  (await ctx.db.select().from(cases)).map(({ kind, level, state }) => `${kind} ${level} ${state}`);

async function makeKept(now: Ctx) {
  const ctx = onDay(now, -100);
  const { place, lead } = await makeNetwork(ctx);
  const team = await makeAdministrator(ctx);
  const organisation = await makeOrganisation(ctx, { confirmedOn });
  await worksIn(ctx, organisation.id, place.id);
  const owner = await makeOwner(ctx, organisation.id);
  return { organisation, owner, lead, team };
}

describe("climbing the ladder a day at a time", () => {
  test("reminds twice, then tells the lead, then the team; each once", async ({ ctx }) => {
    const { owner, lead, team } = await makeKept(ctx);
    const seen: Record<number, string[]> = {};
    let before = 0;
    for (let day = -20; day <= 70; day += 1) {
      await reviewRecords(onDay(ctx, day));
      await reviewRecords(onDay(ctx, day));
      const mails = (await posted(ctx)).slice(before);
      before += mails.length;
      if (mails.length > 0) seen[day] = mails.map(({ to, kind }) => `${kind} to ${to}`);
    }
    expect(seen).toEqual({
      [-14]: [`review soon due to ${owner.email}`],
      0: [`review due to ${owner.email}`],
      30: [`case to handle to ${lead?.email}`],
      60: [`case passed on to ${team.email}`],
    });
    expect(await openCases(ctx)).toEqual(["stale team open"]);
  });

  test("says nothing of what is confirmed, archived, a draft, or never due", async ({ ctx }) => {
    const { organisation } = await makeKept(ctx);
    await ctx.db.execute(sql`update organisations set confirmed_on = ${DUE}`);
    await makeService(ctx, { organisationId: organisation.id, state: "draft", confirmedOn });
    const archived = { state: "archived", archivedAt: ctx.now } as const;
    const gone = await makeOrganisation(ctx, { ...archived, confirmedOn, email: "gone@example.org" });
    await makeService(ctx, { organisationId: gone.id, confirmedOn });
    await makeOrganisation(ctx, { kind: "council", confirmedOn, email: "council@example.org" });
    expect(await reviewRecords(onDay(ctx, 70))).toMatchObject({
      organisations: 0,
      mails: 0,
      cases: 0,
      isMore: false,
    });
  });
});

describe("one mail for one organisation", () => {
  test("lists all of its records that are due", async ({ ctx }) => {
    const { organisation } = await makeKept(ctx);
    await makeService(ctx, { organisationId: organisation.id, name: "Lunch club", confirmedOn });
    await makeService(ctx, { organisationId: organisation.id, name: "Choir", confirmedOn: "2025-10-20" });
    await makeService(ctx, { organisationId: organisation.id, name: "Fresh", confirmedOn: "2026-03-01" });
    await reviewRecords(ctx);
    const [mail, ...more] = await posted(ctx);
    expect(more).toEqual([]);
    expect(mail?.letter.body).toContainEqual({
      list: [
        "The Long Table: due today",
        "Choir (a service): please confirm by 20 April 2026",
        "Lunch club (a service): due today",
      ],
    });
    expect(tokenIn(mail?.letter as never)).toMatch(/^[\w-]{43}$/);
  });

  test("goes to each who keeps it, with a link of their own", async ({ ctx }) => {
    const { organisation, owner } = await makeKept(ctx);
    const second = await makeOwner(ctx, organisation.id, "Second Owner");
    await reviewRecords(ctx);
    const mails = await posted(ctx);
    expect(mails.map(({ to }) => to).toSorted()).toEqual([owner.email, second.email].toSorted());
    expect(new Set(mails.map(({ letter }) => tokenIn(letter))).size).toBe(2);
  });

  test("goes to its own address when nobody has an account, else to that of each service", async ({
    ctx,
  }) => {
    const own = await makeOrganisation(ctx, { confirmedOn, email: "own@example.org" });
    await makeService(ctx, { organisationId: own.id, confirmedOn, email: "not-asked@example.org" });
    const other = await makeOrganisation(ctx, { confirmedOn: "2026-04-01" });
    await makeService(ctx, { organisationId: other.id, confirmedOn, email: "service@example.org" });
    await reviewRecords(ctx);
    expect((await posted(ctx)).map(({ to }) => to)).toEqual(["own@example.org", "service@example.org"]);
    expect(await openCases(ctx)).toEqual([]);
  });
});

describe("nobody to tell", () => {
  test("is a case of the team's from the day it is due", async ({ ctx }) => {
    const { id } = await makeOrganisation(ctx, { confirmedOn });
    await reviewRecords(onDay(ctx, -14));
    expect(await openCases(ctx)).toEqual([]);
    await reviewRecords(onDay(ctx, 0));
    await reviewRecords(onDay(ctx, 30));
    await reviewRecords(onDay(ctx, 60));
    expect(await openCases(ctx)).toEqual(["nobody-to-tell team open"]);
    expect(await deedsOf(ctx, id)).toContain("remind of review");
  });

  test("is one too where keepers are silent and no network has a lead", async ({ ctx }) => {
    const { id } = await makeOrganisation(ctx, { confirmedOn });
    await makeOwner(ctx, id);
    await reviewRecords(onDay(ctx, 0));
    expect(await openCases(ctx)).toEqual([]);
    await reviewRecords(onDay(ctx, 30));
    expect(await openCases(ctx)).toEqual(["nobody-to-tell team open"]);
  });
});

describe("after a standstill", () => {
  test("only the highest step is taken, and keepers hear once", async ({ ctx }) => {
    await makeKept(ctx);
    await reviewRecords(onDay(ctx, 45));
    expect((await kinds(ctx)).toSorted()).toEqual(["case to handle", "review due"]);
    expect(await openCases(ctx)).toEqual(["stale lead open"]);
  });

  test("the lead is passed over where it is the team's turn", async ({ ctx }) => {
    await makeKept(ctx);
    await reviewRecords(onDay(ctx, 90));
    expect(await openCases(ctx)).toEqual(["stale team open"]);
    await reviewRecords(onDay(ctx, 91));
    expect(await kinds(ctx)).toHaveLength(2);
  });
});

test("confirming settles the case, and the next date starts a new ladder", async ({ ctx }) => {
  const { organisation } = await makeKept(ctx);
  await reviewRecords(onDay(ctx, 0));
  await reviewRecords(onDay(ctx, 30));
  const late = await makeService(ctx, { organisationId: organisation.id, confirmedOn });
  await confirmRecords(onDay(ctx, 31), [organisation.id]);
  expect(await openCases(ctx)).toEqual(["stale lead open"]);
  await confirmRecords(onDay(ctx, 31), [late.id]);
  expect(await openCases(ctx)).toEqual(["stale lead resolved"]);

  const before = (await posted(ctx)).length;
  await reviewRecords(onDay(ctx, 40));
  expect(await posted(ctx)).toHaveLength(before);
  await reviewRecords(onDay(ctx, 31 + 184 - 14));
  expect((await kinds(ctx)).slice(before)).toEqual(["review soon due"]);
});

test("a run sees to so many and says that there are more", async ({ ctx }) => {
  for (let n = 0; n < 203; n += 1)
    await makeOrganisation(ctx, { confirmedOn, email: `group-${n}@example.org` });
  expect(await reviewRecords(ctx)).toMatchObject({ organisations: 200, mails: 200, isMore: true });
  expect(await reviewRecords(ctx)).toMatchObject({ organisations: 3, mails: 3, isMore: false });
});
