import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { answerCase, findQuestion } from "#app/domain/cases/answer-case.server.ts";
import { askAboutCase } from "#app/domain/cases/ask-about-case.server.ts";
import { passOnCase } from "#app/domain/cases/climb-case.server.ts";
import { findCase, findMessages } from "#app/domain/cases/find-case.server.ts";
import { openCase } from "#app/domain/cases/open-case.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { findOpportunityPreview } from "#app/domain/opportunities/find.server.ts";
import { findServicePreview } from "#app/domain/services/find.server.ts";
import { approveCase, declineCase, resolveCase } from "#app/domain/upkeep/deciding/decide-case.server.ts";
import { findPreview } from "#app/domain/upkeep/deciding/find-preview.server.ts";
import { roleGrants } from "#db/schema/accounts.ts";
import { registrations } from "#db/schema/keeping/registrations.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { organisations } from "#db/schema/organisations.ts";
import { services } from "#db/schema/services.ts";
import { as, makeAccount } from "#test/factories/accounts.ts";
import {
  deedsOf,
  findCaseRow,
  makeAdministrator,
  makeNetwork,
  makeOwner,
  posted,
  tokenIn,
  worksIn,
} from "#test/factories/cases.ts";
import { makeOpportunity } from "#test/factories/opportunities.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeService } from "#test/factories/services.ts";
import { test } from "#test/setup/context.ts";

async function makeWorld(ctx: Ctx, over: Partial<typeof organisations.$inferInsert> = {}) {
  const { place, lead } = await makeNetwork(ctx);
  const organisation = await makeOrganisation(ctx, over);
  await worksIn(ctx, organisation.id, place.id);
  if (!lead) throw new Error("The network has no lead");
  return { organisation, lead };
}

const about = (id: string) => ({ noun: "organisation", recordId: id, organisationId: id }) as const;

async function openRegistration(ctx: Ctx) {
  const world = await makeWorld(ctx, { state: "waiting", name: "Reepham Repair Café" });
  const { id } = world.organisation;
  const contact = { contactName: "Rita", contactEmail: "rita@example.org", contactRole: "Treasurer" };
  await ctx.db.insert(registrations).values({ organisationId: id, ...contact, submittedAt: ctx.now });
  const opened = await openCase(ctx, {
    ...{ kind: "registration", ...about(id), title: "New organisation: Reepham Repair Café" },
    ...{ details: { role: "Treasurer" }, fromName: "Rita", fromEmail: "rita@example.org" },
  });
  return { ...world, caseId: opened.id };
}

const mailTo = async (ctx: Ctx, address: string) => (await posted(ctx)).filter(({ to }) => to === address);

describe("a registration", () => {
  test("approved is published, and its sender let in", async ({ ctx }) => {
    const { organisation, lead, caseId } = await openRegistration(ctx);
    await approveCase(as(ctx, lead), caseId);
    const [row] = await ctx.db.select().from(organisations).where(eq(organisations.id, organisation.id));
    expect(row).toMatchObject({ state: "live", confirmedOn: "2026-04-14" });
    expect(await findCaseRow(ctx, caseId)).toMatchObject({ state: "approved", decidedById: lead.id });
    const grants = await ctx.db.select().from(roleGrants).where(eq(roleGrants.scopeId, organisation.id));
    expect(grants.map(({ role }) => role)).toEqual(["organisation-owner"]);
    expect((await mailTo(ctx, "rita@example.org")).map(({ kind }) => kind)).toEqual([
      "registration approved",
    ]);
  });

  test("declined goes back with the reason in a mail", async ({ ctx }) => {
    const { organisation, lead, caseId } = await openRegistration(ctx);
    await declineCase(as(ctx, lead), caseId, { reason: "Please say where you meet." });
    const [row] = await ctx.db.select().from(organisations).where(eq(organisations.id, organisation.id));
    expect(row?.state).toBe("draft");
    const [mail] = await mailTo(ctx, "rita@example.org");
    expect(mail?.letter.body).toContainEqual({ quote: "Please say where you meet." });
    expect(await deedsOf(ctx, caseId)).toContain("close case: declined");
  });

  test("is shown whole, with what it may be a second time", async ({ ctx }) => {
    const { lead, caseId } = await openRegistration(ctx);
    await makeOrganisation(ctx, { name: "Reepham Repair Cafe", isSystemWide: true });
    const inside = as(ctx, lead);
    const preview = await findPreview(inside, await findCase(inside, caseId));
    expect(preview.lines).toContainEqual({ label: "Name", value: "Reepham Repair Café" });
    expect(preview.duplicates.map(({ name }) => name)).toEqual(["Reepham Repair Cafe"]);
    expect(preview.canBeAsked).toBe(true);
  });
});

describe("a change", () => {
  test("of an organisation's name is published when approved", async ({ ctx }) => {
    const { organisation, lead } = await makeWorld(ctx);
    const owner = await makeOwner(ctx, organisation.id);
    const before = { name: "The Long Table", kind: "charity", formerNames: [] };
    const { id } = await openCase(as(ctx, owner), {
      ...{ kind: "change", ...about(organisation.id), title: "Name of The Long Table" },
      details: { section: "names", before, after: { ...before, name: "The Longer Table" } },
    });
    const preview = await findPreview(as(ctx, lead), await findCase(as(ctx, lead), id));
    expect(preview.differences).toEqual([
      { label: "Name", before: "The Long Table", after: "The Longer Table" },
    ]);
    await expect(approveCase(as(ctx, owner), id)).rejects.toThrow(NotFound);
    await approveCase(as(ctx, lead), id);
    const [row] = await ctx.db.select().from(organisations).where(eq(organisations.id, organisation.id));
    expect(row?.name).toBe("The Longer Table");
    expect((await mailTo(ctx, owner.email)).map(({ kind }) => kind)).toEqual(["change approved"]);
  });

  test.for(["approved", "declined"] as const)(
    "a first service is %s, and its writer told",
    async (end, { ctx }) => {
      const { organisation, lead } = await makeWorld(ctx);
      const owner = await makeOwner(ctx, organisation.id);
      const service = await makeService(ctx, { organisationId: organisation.id, state: "waiting" });
      const { id } = await openCase(as(ctx, owner), {
        ...{ kind: "change", noun: "service", recordId: service.id, organisationId: organisation.id },
        ...{ title: "New service: Community lunch", details: {} },
      });
      const inside = as(ctx, lead);
      expect((await findPreview(inside, await findCase(inside, id))).lines).toContainEqual({
        ...{ label: "Name", value: "Community lunch" },
      });
      if (end === "approved") await approveCase(inside, id);
      else await declineCase(inside, id, { reason: "Who is it for?" });
      const [row] = await ctx.db.select().from(services).where(eq(services.id, service.id));
      expect(row?.state).toBe(end === "approved" ? "live" : "draft");
      const [mail] = await mailTo(ctx, owner.email);
      expect(mail?.kind).toBe(`service ${end}`);
      if (end === "declined") expect(mail?.letter.body).toContainEqual({ quote: "Who is it for?" });
    },
  );

  test.for(["approved", "declined"] as const)("a first opportunity is %s", async (end, { ctx }) => {
    const { organisation, lead } = await makeWorld(ctx);
    const owner = await makeOwner(ctx, organisation.id);
    const opportunity = await makeOpportunity(ctx, { organisationId: organisation.id, state: "waiting" });
    const { id } = await openCase(as(ctx, owner), {
      ...{ kind: "change", noun: "opportunity", recordId: opportunity.id, organisationId: organisation.id },
      ...{ title: "New opportunity", details: {} },
    });
    if (end === "approved") await approveCase(as(ctx, lead), id);
    else await declineCase(as(ctx, lead), id, { reason: "When does it close?" });
    const [row] = await ctx.db.select().from(opportunities).where(eq(opportunities.id, opportunity.id));
    expect(row?.state).toBe(end === "approved" ? "live" : "draft");
    expect((await mailTo(ctx, owner.email)).map(({ kind }) => kind)).toEqual([`opportunity ${end}`]);
  });
});

describe("what waits to be published for the first time", () => {
  test("of a service is shown to its handler as people will see it, until it is decided", async ({ ctx }) => {
    const { organisation, lead } = await makeWorld(ctx);
    const owner = await makeOwner(ctx, organisation.id);
    const service = await makeService(ctx, { organisationId: organisation.id, state: "waiting" });
    const { id } = await openCase(as(ctx, owner), {
      ...{ kind: "change", noun: "service", recordId: service.id, organisationId: organisation.id },
      ...{ title: "New service", details: {} },
    });
    const inside = as(ctx, lead);
    const { about: seen } = await findPreview(inside, await findCase(inside, id));
    expect(seen).toMatchObject({ page: null, preview: `/services/${service.slug}/preview`, edit: null });
    expect(await findServicePreview(inside, service.slug)).toMatchObject({ mayKeep: false });
    await declineCase(inside, id, { reason: "Who is it for?" });
    await expect(findServicePreview(inside, service.slug)).rejects.toThrow(NotFound);
  });

  test("of an opportunity says when it closes, where it is and how it can be seen", async ({ ctx }) => {
    const { organisation, lead } = await makeWorld(ctx);
    const owner = await makeOwner(ctx, organisation.id);
    const closesAt = new Date("2026-04-30T16:00:00Z");
    const own = { organisationId: organisation.id, state: "waiting", closesAt } as const;
    const { id: recordId, slug } = await makeOpportunity(ctx, own);
    const { id } = await openCase(as(ctx, owner), {
      ...{ kind: "change", noun: "opportunity", recordId, organisationId: organisation.id },
      ...{ title: "New opportunity", details: {} },
    });
    const inside = as(ctx, lead);
    const preview = await findPreview(inside, await findCase(inside, id));
    expect(preview.lines).toContainEqual({ label: "Closes", value: "30 April 2026 at 17:00" });
    expect(preview.lines).toContainEqual({ label: "Where", value: "All of Norfolk and Waveney" });
    expect(preview.about.preview).toBe(`/opportunities/${slug}/preview`);
    expect(await findOpportunityPreview(inside, slug)).toMatchObject({ slug });
  });
});

test("a claim that is approved makes an owner", async ({ ctx }) => {
  const { organisation, lead } = await makeWorld(ctx);
  const { id } = await openCase(ctx, {
    ...{ kind: "claim", ...about(organisation.id), title: "“This is us”: The Long Table" },
    ...{
      details: { role: "Chair", howToCheck: "Ring the office" },
      fromName: "Rita",
      fromEmail: "rita@example.org",
    },
  });
  await approveCase(as(ctx, lead), id);
  const grants = await ctx.db.select().from(roleGrants).where(eq(roleGrants.scopeId, organisation.id));
  expect(grants.map(({ role }) => role)).toEqual(["organisation-owner"]);
});

describe("two who decide at once", () => {
  test("the second is told who decided what, and nothing happens twice", async ({ ctx }) => {
    const { lead, caseId } = await openRegistration(ctx);
    const team = await makeAdministrator(ctx);
    await declineCase(as(ctx, lead), caseId, { reason: "Please say where you meet." });
    const second = ctx.db.transaction((db) => approveCase({ ...as(ctx, team), db }, caseId));
    await expect(second).rejects.toThrow(
      new Conflict(
        "Norwich Lead has seen to this already. It is marked “Declined”. Your words were not saved.",
      ),
    );
    expect(await mailTo(ctx, "rita@example.org")).toHaveLength(1);
  });
});

describe("a question", () => {
  test("is answered by a mailed link without an account, once, and the handler hears", async ({ ctx }) => {
    const { lead, caseId } = await openRegistration(ctx);
    await askAboutCase(as(ctx, lead), caseId, { question: "Where do you meet?" });
    expect((await findCaseRow(ctx, caseId)).state).toBe("asked");
    const [mail] = await mailTo(ctx, "rita@example.org");
    const token = mail ? tokenIn(mail.letter) : "";
    expect(mail?.letter.body).toContainEqual({ quote: "Where do you meet?" });
    expect(mail?.letter.body[0]).toContain("a question from the lead of Norwich VCSE Place Network");
    expect(await findQuestion(ctx, token)).toMatchObject({ question: "Where do you meet?" });
    expect(await findQuestion(ctx, token)).not.toBeNull();

    const later = { ...ctx, now: new Date(ctx.now.getTime() + 60_000) };
    await answerCase(later, token, { answer: "In the old chapel." });
    expect((await findCaseRow(ctx, caseId)).state).toBe("open");
    const messages = await findMessages(ctx, caseId);
    expect(messages.map(({ side, words }) => [side, words])).toEqual([
      ["handler", "Where do you meet?"],
      ["asker", "In the old chapel."],
    ]);
    expect((await mailTo(ctx, lead.email)).map(({ kind }) => kind)).toContain("case answered");
    expect(await findQuestion(ctx, token)).toBeNull();
    await expect(answerCase(ctx, token, { answer: "Again" })).rejects.toThrow(Invalid);
    expect(await deedsOf(ctx, caseId)).toEqual(expect.arrayContaining(["ask about case", "answer case"]));
  });

  test("cannot be answered once it is decided", async ({ ctx }) => {
    const { lead, caseId } = await openRegistration(ctx);
    await askAboutCase(as(ctx, lead), caseId, { question: "Where do you meet?" });
    const [mail] = await mailTo(ctx, "rita@example.org");
    const token = mail ? tokenIn(mail.letter) : "";
    await approveCase(as(ctx, lead), caseId);
    expect(await findQuestion(ctx, token)).toBeNull();
    const late = ctx.db.transaction((db) => answerCase({ ...ctx, db }, token, { answer: "Here" }));
    await expect(late).rejects.toThrow(Conflict);
  });

  test("needs somebody to ask", async ({ ctx }) => {
    const { organisation, lead } = await makeWorld(ctx);
    const { id } = await openCase(
      { ...ctx, actor: { kind: "job", name: "review" } },
      {
        ...{ kind: "stale", ...about(organisation.id) },
        title: "Not confirmed",
        details: { dueOn: "2026-03-01" },
      },
    );
    await expect(askAboutCase(as(ctx, lead), id, { question: "Hello?" })).rejects.toThrow(Conflict);
  });
});

describe("what fits which kind", () => {
  test("a registration is not resolved, and an unconfirmed record is neither approved nor declined", async ({
    ctx,
  }) => {
    const { lead, caseId, organisation } = await openRegistration(ctx);
    const inside = as(ctx, lead);
    await expect(resolveCase(inside, caseId, { outcome: "Done" })).rejects.toThrow(Conflict);
    const stale = await openCase(
      { ...ctx, actor: { kind: "job", name: "review" } },
      {
        ...{ kind: "stale", ...about(organisation.id) },
        title: "Not confirmed",
        details: { dueOn: "2026-03-01" },
      },
    );
    await expect(approveCase(inside, stale.id)).rejects.toThrow(Conflict);
    await expect(declineCase(inside, stale.id, { reason: "No" })).rejects.toThrow(Conflict);
    await resolveCase(inside, stale.id, { outcome: "I rang: all is right." });
    expect(await findCaseRow(ctx, stale.id)).toMatchObject({
      state: "resolved",
      reason: "I rang: all is right.",
    });
  });

  test("nobody else finds it, whatever they want to do with it", async ({ ctx }) => {
    const { caseId } = await openRegistration(ctx);
    for (const actor of [await makeAccount(ctx), { kind: "visitor" } as const]) {
      const outside = { ...ctx, actor };
      await expect(approveCase(outside, caseId)).rejects.toThrow(NotFound);
      await expect(declineCase(outside, caseId, { reason: "No" })).rejects.toThrow(NotFound);
      await expect(resolveCase(outside, caseId, { outcome: "Done" })).rejects.toThrow(NotFound);
      await expect(askAboutCase(outside, caseId, { question: "Why?" })).rejects.toThrow(NotFound);
      await expect(passOnCase(outside, caseId)).rejects.toThrow(NotFound);
    }
  });

  test("passed on, it is the team's and leaves the lead's reach", async ({ ctx }) => {
    const { lead, caseId } = await openRegistration(ctx);
    const team = await makeAdministrator(ctx);
    await passOnCase(as(ctx, lead), caseId);
    expect(await findCaseRow(ctx, caseId)).toMatchObject({ level: "team", state: "open" });
    expect((await mailTo(ctx, team.email)).map(({ kind }) => kind)).toEqual(["case passed on"]);
    await expect(approveCase(as(ctx, lead), caseId)).rejects.toThrow(NotFound);
    expect(await ctx.db.execute(sql`select from changes where deed = 'pass case on'`)).toHaveLength(1);
  });
});
