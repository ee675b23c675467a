import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { findHistory } from "#app/domain/history.server.ts";
import { copyOpportunity, createOpportunity } from "#app/domain/opportunities/create-opportunity.server.ts";
import {
  editOpportunity,
  findOpportunityVersion,
  restoreOpportunityVersion,
} from "#app/domain/opportunities/edit-opportunity.server.ts";
import { findOpportunity, findOpportunityPreview } from "#app/domain/opportunities/find.server.ts";
import { findKeptOpportunities, findKeptOpportunity } from "#app/domain/opportunities/find-kept.server.ts";
import type { OpportunityFields } from "#app/domain/opportunities/opportunity.ts";
import {
  declineOpportunity,
  publishApprovedOpportunity,
  publishOpportunity,
} from "#app/domain/opportunities/publish-opportunity.server.ts";
import {
  archiveOpportunity,
  closeOpportunityForNow,
  restoreOpportunity,
} from "#app/domain/opportunities/take-down.server.ts";
import { seenOf } from "#app/domain/section.ts";
import { changes } from "#db/schema/accounts.ts";
import { cases } from "#db/schema/keeping/cases.ts";
import { makeGroup, makePerson, makePlace } from "#test/factories/meetings.ts";
import { makeOpportunity, opportunityFields } from "#test/factories/opportunities.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { NOW, test } from "#test/setup/context.ts";

/** The clock of these tests stands at 14 April 2026, 10am in London. */
async function keeper(ctx: Ctx, { isTrusted = false } = {}) {
  const organisation = await makeOrganisation(ctx, { slug: "shed", name: "Men’s Shed", isTrusted });
  const editor = await makePerson(ctx, [["organisation-editor", organisation.id]]);
  const outsider = await makePerson(ctx, [["organisation-editor", (await makeOrganisation(ctx)).id]]);
  return {
    organisation,
    as: { ...ctx, actor: editor },
    asOutsider: { ...ctx, actor: outsider },
    asTeam: { ...ctx, actor: await makePerson(ctx, [["administrator", null]]) },
  };
}

const make = (ctx: Ctx, over: Partial<OpportunityFields> = {}) =>
  createOpportunity(ctx, "shed", { kind: "volunteering", fields: opportunityFields(over) });

const idOf = async (ctx: Ctx, slug: string) => (await findKeptOpportunity(ctx, slug)).row.id;

async function changeOf(ctx: Ctx, id: string, deed: string) {
  const rows = await ctx.db.select().from(changes).where(eq(changes.nounId, id));
  return rows.find((row) => row.deed === deed);
}

const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(NOW.getTime() + days * 86_400_000) });

async function edit(ctx: Ctx, slug: string, over: Partial<OpportunityFields>) {
  const { fields } = await findKeptOpportunity(ctx, slug);
  return editOpportunity(ctx, slug, { fields: { ...fields, ...over }, seen: seenOf(fields) });
}

describe("making one", () => {
  test("keeps a draft with every field, and its record", async ({ ctx }) => {
    const { as } = await keeper(ctx);
    await makePlace(ctx, { slug: "here", name: "Here" });
    const over = { places: ["here"], opensOn: "2026-04-20", closesOn: "2026-05-01", closesTime: "12:00" };
    const { slug } = await make(as, over);
    const { row, fields } = await findKeptOpportunity(as, slug);
    expect(fields).toEqual(opportunityFields(over));
    expect(row).toMatchObject({ slug: "bench-builder", kind: "volunteering", state: "draft" });
    expect(row.opensAt).toEqual(new Date("2026-04-19T23:00:00Z"));
    expect(row.closesAt).toEqual(new Date("2026-05-01T11:00:00Z"));
    expect(await changeOf(ctx, row.id, "make opportunity")).toMatchObject({
      after: { kind: "volunteering", details: fields },
    });
  });

  test("closes by the clock on the wall, in winter as in summer", async ({ ctx }) => {
    const { as } = await keeper(ctx);
    const { slug } = await make(as, { closesOn: "2026-12-01", closesTime: "23:59" });
    const { row, fields } = await findKeptOpportunity(as, slug);
    expect(row.closesAt).toEqual(new Date("2026-12-01T23:59:00Z"));
    expect(fields).toMatchObject({ closesOn: "2026-12-01", closesTime: "23:59" });
  });

  test.for([
    [{ closesOn: "2026-04-14", closesTime: "09:59" }, "closesOn"],
    [{ opensOn: "2026-05-01", closesOn: "2026-05-01", closesTime: "00:00" }, "closesOn"],
    [{ places: ["nowhere"] }, "places"],
  ] as const)("refuses %j", async ([over, field], { ctx }) => {
    const { as } = await keeper(ctx);
    const refusal = make(as, { ...over, places: "places" in over ? [...over.places] : [] });
    await expect(refusal).rejects.toThrow(Invalid);
    await expect(refusal).rejects.toMatchObject({ fields: { [field]: expect.any(String) } });
  });

  test("two of one title have two addresses; a draft's follows its title", async ({ ctx }) => {
    const { as } = await keeper(ctx);
    await make(as);
    const { slug } = await make(as);
    expect(slug).toBe("bench-builder-2");
    expect(await edit(as, slug, { title: "Tŷ’r Gân" })).toEqual({ slug: "tyr-gan" });
  });

  test("is not for others, who are not told of the organisation's drafts either", async ({ ctx }) => {
    const { as, asOutsider } = await keeper(ctx);
    const { slug } = await make(as);
    await expect(make(asOutsider)).rejects.toThrow(NotFound);
    for (const deed of [
      () => edit(asOutsider, slug, {}),
      () => publishOpportunity(asOutsider, slug),
      () => closeOpportunityForNow(asOutsider, slug, { note: "" }),
      () => copyOpportunity(asOutsider, slug),
      () => archiveOpportunity(asOutsider, slug),
      () => restoreOpportunity(asOutsider, slug),
      () => findOpportunityPreview(asOutsider, slug),
      () => findKeptOpportunities(asOutsider, "shed"),
    ])
      await expect(deed()).rejects.toThrow(NotFound);
  });
});

describe("publishing", () => {
  test("goes live at once for a trusted organisation, and keeps its address from then on", async ({
    ctx,
  }) => {
    const { as } = await keeper(ctx, { isTrusted: true });
    const { slug } = await make(as);
    await expect(findOpportunity(ctx, slug)).rejects.toThrow(NotFound);
    expect(await publishOpportunity(as, slug)).toEqual({ slug, state: "live" });
    expect(await findOpportunity(ctx, slug)).toMatchObject({ title: "Bench builder", mayKeep: false });
    expect(await edit(as, slug, { title: "Chair builder" })).toEqual({ slug });
    expect(await findOpportunity(as, slug)).toMatchObject({ title: "Chair builder", mayKeep: true });
  });

  test("waits for approval the first time, once, and not after that", async ({ ctx }) => {
    const { as, asTeam } = await keeper(ctx);
    const { slug } = await make(as);
    expect(await publishOpportunity(as, slug)).toEqual({ slug, state: "waiting" });
    expect(await publishOpportunity(as, slug)).toEqual({ slug, state: "waiting" });
    const id = await idOf(as, slug);
    const waiting = await ctx.db.select().from(cases).where(eq(cases.recordId, id));
    expect(waiting).toMatchObject([{ kind: "change", noun: "opportunity", state: "open", level: "team" }]);
    await expect(findOpportunity(ctx, slug)).rejects.toThrow(NotFound);
    expect(await findOpportunityPreview(asTeam, slug)).toMatchObject({ title: "Bench builder" });

    await publishApprovedOpportunity(asTeam, id);
    expect(await changeOf(ctx, id, "approve opportunity")).toMatchObject({
      before: { state: "waiting" },
      after: { state: "live" },
    });
    await closeOpportunityForNow(as, slug, { note: "We have enough." });
    expect(await findOpportunity(ctx, slug)).toMatchObject({ isPaused: true, note: "We have enough." });
    expect(await publishOpportunity(as, slug)).toEqual({ slug, state: "live" });
    expect(await findOpportunity(ctx, slug)).toMatchObject({ isPaused: false, note: "" });
  });

  test("declined, it is a draft with the reason", async ({ ctx }) => {
    const { as, asTeam } = await keeper(ctx);
    const { slug } = await make(as);
    await publishOpportunity(as, slug);
    const id = await idOf(as, slug);
    await declineOpportunity(asTeam, id, "Say who pays.");
    expect((await findKeptOpportunity(as, slug)).row).toMatchObject({
      state: "draft",
      stateNote: "Say who pays.",
    });
    await expect(declineOpportunity(asTeam, id, "Again")).rejects.toThrow(Conflict);
    await expect(publishApprovedOpportunity(asTeam, id)).rejects.toThrow(Conflict);
  });

  test("whoever is to approve it sees its preview, other leads do not", async ({ ctx }) => {
    const { as } = await keeper(ctx);
    const { slug } = await make(as);
    await publishOpportunity(as, slug);
    const network = await makeGroup(ctx, { kind: "place-network" });
    const turn = { level: "lead", groupId: network.id } as const;
    await ctx.db
      .update(cases)
      .set(turn)
      .where(eq(cases.recordId, await idOf(as, slug)));
    const lead = await makePerson(ctx, [["group-lead", network.id]]);
    expect(await findOpportunityPreview({ ...ctx, actor: lead }, slug)).toMatchObject({ slug });
    const other = await makePerson(ctx, [["group-lead", (await makeGroup(ctx)).id]]);
    await expect(findOpportunityPreview({ ...ctx, actor: other }, slug)).rejects.toThrow(NotFound);
  });

  test("is refused once the closing date has passed", async ({ ctx }) => {
    const { as } = await keeper(ctx, { isTrusted: true });
    const { slug } = await make(as, { closesOn: "2026-04-20", closesTime: "23:59" });
    await expect(publishOpportunity(later(as, 7), slug)).rejects.toThrow(Conflict);
  });
});

describe("editing", () => {
  test("of two at once, the second sees both versions and loses neither", async ({ ctx }) => {
    const { as } = await keeper(ctx);
    const { slug } = await make(as);
    const { fields: before } = await findKeptOpportunity(as, slug);
    await edit(as, slug, { summary: "Theirs" });
    const mine = { ...before, summary: "Mine" };
    const second = editOpportunity(as, slug, { fields: mine, seen: seenOf(before) });
    await expect(second).rejects.toMatchObject({
      versions: { mine, theirs: { ...before, summary: "Theirs" } },
    });
    await editOpportunity(as, slug, { fields: mine, seen: seenOf({ ...before, summary: "Theirs" }) });
    expect((await findKeptOpportunity(as, slug)).fields).toEqual(mine);
  });

  test("a closing date that has passed may stay while other words change", async ({ ctx }) => {
    const { as } = await keeper(ctx);
    const { slug } = await make(as, { closesOn: "2026-04-20", closesTime: "23:59" });
    await edit(later(as, 7), slug, { summary: "Closed, thank you" });
    await expect(edit(later(as, 7), slug, { closesTime: "22:00" })).rejects.toThrow(Invalid);
  });

  test("a version comes back, and the one it replaces stays in the record", async ({ ctx }) => {
    const { as } = await keeper(ctx);
    const { slug } = await make(as);
    const { row, fields: first } = await findKeptOpportunity(as, slug);
    await edit(later(as, 1), slug, { summary: "Second thoughts" });
    const [change] = await findHistory(ctx, "opportunity", row.id);
    const { fields } = await findOpportunityVersion(as, slug, change?.id ?? "");
    expect(fields).toEqual(first);
    await restoreOpportunityVersion(later(as, 2), slug, change?.id ?? "");
    expect((await findKeptOpportunity(as, slug)).fields).toEqual(first);
    expect(await changeOf(ctx, row.id, "restore version of opportunity")).toMatchObject({
      before: { details: { ...first, summary: "Second thoughts" } },
      after: { details: first },
    });
    await expect(restoreOpportunityVersion(as, slug, row.id)).rejects.toThrow(NotFound);
  });

  test("writes nothing when nothing changed", async ({ ctx }) => {
    const { as } = await keeper(ctx);
    const { slug } = await make(as);
    await edit(as, slug, {});
    const id = await idOf(as, slug);
    expect(await ctx.db.select().from(changes).where(eq(changes.nounId, id))).toHaveLength(1);
  });
});

describe("taking down", () => {
  test("a copy is a draft with the same words and no dates", async ({ ctx }) => {
    const { as } = await keeper(ctx);
    const { slug } = await make(as, { closesOn: "2026-05-01", closesTime: "12:00", isOnline: true });
    const copy = await copyOpportunity(as, slug);
    expect(copy.slug).toBe("bench-builder-2");
    expect((await findKeptOpportunity(as, copy.slug)).fields).toEqual(opportunityFields({ isOnline: true }));
  });

  test("what was archived comes back as it was within 30 days, later only by the team", async ({ ctx }) => {
    const { as, asTeam } = await keeper(ctx, { isTrusted: true });
    const { slug } = await make(as);
    await publishOpportunity(as, slug);
    await archiveOpportunity(later(as, 1), slug);
    await expect(findOpportunity(ctx, slug)).rejects.toThrow(NotFound);
    await expect(edit(as, slug, { title: "Other" })).rejects.toThrow(Conflict);
    await expect(publishOpportunity(as, slug)).rejects.toThrow(Conflict);
    const { opportunities } = await findKeptOpportunities(later(as, 1), "shed");
    expect(opportunities).toMatchObject([{ state: "archived", restorableUntil: "2026-05-15T09:00:00.000Z" }]);
    await expect(restoreOpportunity(later(as, 31), slug)).rejects.toThrow(Conflict);
    await restoreOpportunity(later(as, 30), slug);
    expect((await findKeptOpportunity(as, slug)).row).toMatchObject({ state: "live", archivedAt: null });
    await archiveOpportunity(later(as, 40), slug);
    await restoreOpportunity(later(asTeam, 400), slug);
    expect((await findKeptOpportunity(as, slug)).row.state).toBe("live");
  });

  test("archived while it waits, it leaves the queue and comes back as a draft", async ({ ctx }) => {
    const { as } = await keeper(ctx);
    const { slug } = await make(as);
    await publishOpportunity(as, slug);
    await archiveOpportunity(later(as, 1), slug);
    const id = await idOf(as, slug);
    expect(await ctx.db.select().from(cases).where(eq(cases.recordId, id))).toMatchObject([
      { state: "withdrawn" },
    ]);
    await restoreOpportunity(later(as, 2), slug);
    expect((await findKeptOpportunity(as, slug)).row.state).toBe("draft");
  });

  test("only what is live can be closed for now", async ({ ctx }) => {
    const { as } = await keeper(ctx);
    const { slug } = await make(as);
    await expect(closeOpportunityForNow(as, slug, { note: "" })).rejects.toThrow(Conflict);
  });
});

test("what was loaded as live is known to people: it opens again without approval", async ({ ctx }) => {
  const { as, organisation } = await keeper(ctx);
  const { slug } = await makeOpportunity(ctx, { organisationId: organisation.id, publishedAt: null });
  await closeOpportunityForNow(as, slug, { note: "" });
  expect(await publishOpportunity(as, slug)).toEqual({ slug, state: "live" });
});

test("keepers find all of their own, first what waits for them", async ({ ctx }) => {
  const { as, organisation } = await keeper(ctx);
  const own = { organisationId: organisation.id };
  await makeOpportunity(ctx, { ...own, title: "Old", state: "archived", archivedAt: new Date(0) });
  await makeOpportunity(ctx, { ...own, title: "Closed", closesAt: NOW });
  await makeOpportunity(ctx, { ...own, title: "Draft", state: "draft" });
  await makeOpportunity(ctx, { title: "Not ours" });
  const { opportunities } = await findKeptOpportunities(as, "shed");
  expect(
    opportunities.map(({ title, isClosed, restorableUntil }) => [title, isClosed, restorableUntil]),
  ).toEqual([
    ["Draft", false, null],
    ["Closed", true, null],
    ["Old", false, null],
  ]);
});
