import { describe, expect } from "vitest";
import { climbCases } from "#app/domain/cases/climb-case.server.ts";
import { findCase } from "#app/domain/cases/find-case.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { declineCase, resolveCase } from "#app/domain/upkeep/deciding/decide-case.server.ts";
import { findPreview } from "#app/domain/upkeep/deciding/find-preview.server.ts";
import { reportRecord } from "#app/domain/upkeep/reporting/report-record.server.ts";
import { cases } from "#db/schema/keeping/cases.ts";
import { as } from "#test/factories/accounts.ts";
import { makeAdministrator, makeNetwork, makeOwner, posted, worksIn } from "#test/factories/cases.ts";
import { makeOpportunity } from "#test/factories/opportunities.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeService } from "#test/factories/services.ts";
import { test } from "#test/setup/context.ts";

const said = { choice: "closed", words: "The hall is boarded up.", email: "rita@example.org" } as const;

async function makeWorld(ctx: Ctx) {
  const { place, lead } = await makeNetwork(ctx);
  const team = await makeAdministrator(ctx);
  const organisation = await makeOrganisation(ctx);
  await worksIn(ctx, organisation.id, place.id);
  if (!lead) throw new Error("The network has no lead");
  return { organisation, lead, team };
}

const only = async (ctx: Ctx) => {
  const [one, ...more] = await ctx.db.select().from(cases);
  expect(more).toEqual([]);
  if (!one) throw new Error("There is no case");
  return one;
};

describe("a report", () => {
  test("goes to those who keep the record, and its sender has a receipt", async ({ ctx }) => {
    const { organisation } = await makeWorld(ctx);
    const owner = await makeOwner(ctx, organisation.id);
    const service = await makeService(ctx, { organisationId: organisation.id, name: "Lunch club" });
    await reportRecord(ctx, "service", service.slug, said);
    expect(await only(ctx)).toMatchObject({
      ...{ kind: "report", noun: "service", recordId: service.id, level: "owner", fromEmail: said.email },
      details: { choice: "closed", words: said.words },
      climbsAt: new Date("2026-04-21T09:00:00Z"),
    });
    const mails = await posted(ctx);
    expect(mails.map(({ to, kind }) => [to, kind]).toSorted()).toEqual(
      [
        [owner.email, "case to handle"],
        [said.email, "report received"],
      ].toSorted(),
    );
  });

  test("carries its words to those who keep the record, and leads them to where they change it", async ({
    ctx,
  }) => {
    const { organisation, lead } = await makeWorld(ctx);
    const owner = await makeOwner(ctx, organisation.id);
    const service = await makeService(ctx, { organisationId: organisation.id, name: "Lunch club" });
    await reportRecord(ctx, "service", service.slug, said);
    const mail = (await posted(ctx)).find(({ to }) => to === owner.email);
    expect(mail?.letter.body).toContainEqual({ quote: said.words });
    const edits = async (person: typeof owner) => {
      const inside = as(ctx, person);
      return (await findPreview(inside, await findCase(inside, (await only(ctx)).id))).about.edit;
    };
    expect(await edits(owner)).toBe(`/services/${service.slug}/edit`);
    await ctx.db.update(cases).set({ level: "lead", groupId: lead.roles[0]?.scopeId ?? null });
    expect(await edits(lead)).toBeNull();
  });

  test("goes to the lead where nobody keeps the record, to the team where there is no lead", async ({
    ctx,
  }) => {
    const { organisation } = await makeWorld(ctx);
    await reportRecord(ctx, "organisation", organisation.slug, { ...said, email: null });
    expect(await only(ctx)).toMatchObject({ level: "lead" });
    const lone = await makeOpportunity(ctx);
    await reportRecord(ctx, "opportunity", lone.slug, { ...said, email: null });
    const levels = (await ctx.db.select().from(cases)).map(({ noun, level }) => `${noun} ${level}`);
    expect(levels.toSorted()).toEqual(["opportunity team", "organisation lead"]);
    expect((await posted(ctx)).map(({ kind }) => kind)).toEqual(["case to handle", "case to handle"]);
  });

  test("in the same words twice is one", async ({ ctx }) => {
    const { organisation } = await makeWorld(ctx);
    await reportRecord(ctx, "organisation", organisation.slug, said);
    await reportRecord(ctx, "organisation", organisation.slug, said);
    await only(ctx);
    expect(await posted(ctx)).toHaveLength(2);
  });

  test("is taken about published records alone", async ({ ctx }) => {
    const { organisation } = await makeWorld(ctx);
    const draft = await makeService(ctx, { organisationId: organisation.id, state: "draft" });
    await expect(reportRecord(ctx, "service", draft.slug, said)).rejects.toThrow(NotFound);
    await expect(reportRecord(ctx, "organisation", "no-such", said)).rejects.toThrow(NotFound);
  });
});

describe("a report that nobody sees to", () => {
  test("climbs a level a week, each once, however often the clock runs", async ({ ctx }) => {
    const { organisation, lead, team } = await makeWorld(ctx);
    await makeOwner(ctx, organisation.id);
    await reportRecord(ctx, "organisation", organisation.slug, { ...said, email: null });
    const job = { ...ctx, actor: { kind: "job", name: "climb" } } as const;
    const inDays = (days: number) => ({ ...job, now: new Date(ctx.now.getTime() + days * 86_400_000) });
    expect(await climbCases(inDays(6), 7)).toBe(0);
    expect(await climbCases(inDays(7), 7)).toBe(1);
    expect(await climbCases(inDays(7), 7)).toBe(0);
    expect(await only(ctx)).toMatchObject({ level: "lead" });
    expect(await climbCases(inDays(14), 7)).toBe(1);
    expect(await climbCases(inDays(100), 7)).toBe(0);
    expect(await only(ctx)).toMatchObject({ level: "team", climbsAt: null });
    const passed = (await posted(ctx)).filter(({ kind }) => kind === "case passed on").map(({ to }) => to);
    expect(passed).toEqual([lead.email, team.email]);
  });
});

describe("the end of a report", () => {
  test("is told to whoever left an address", async ({ ctx }) => {
    const { organisation, lead } = await makeWorld(ctx);
    await reportRecord(ctx, "organisation", organisation.slug, said);
    const { id } = await only(ctx);
    await resolveCase(as(ctx, lead), id, { outcome: "They have moved next door. I have put that right." });
    expect(await only(ctx)).toMatchObject({ state: "resolved", decidedById: lead.id });
    const last = (await posted(ctx)).find(({ kind }) => kind === "report resolved");
    expect(last?.to).toBe(said.email);
    expect(last?.letter.body).toContainEqual({ quote: "They have moved next door. I have put that right." });
    expect(last?.letter.action?.path).toBe(`/organisations/${organisation.slug}`);
  });

  test("may be that nothing was wrong, with the reason", async ({ ctx }) => {
    const { organisation, lead } = await makeWorld(ctx);
    await reportRecord(ctx, "organisation", organisation.slug, said);
    const { id } = await only(ctx);
    await declineCase(as(ctx, lead), id, { reason: "It is open: I was there." });
    const last = (await posted(ctx)).find(({ kind }) => kind === "report declined");
    expect(last?.letter.body).toContainEqual({ quote: "It is open: I was there." });
  });
});
