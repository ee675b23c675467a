import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { closeCase } from "#app/domain/cases/close-case.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { seenOf } from "#app/domain/section.ts";
import { findService, findServicePreview } from "#app/domain/services/find.server.ts";
import { findServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { saveSection } from "#app/domain/services/record/save-section.server.ts";
import { archiveService, restoreService } from "#app/domain/services/states/archive-service.server.ts";
import { closeService, reopenService } from "#app/domain/services/states/close-service.server.ts";
import {
  applyServiceChange,
  declineServiceChange,
  publishApproved,
} from "#app/domain/services/states/decide-change.server.ts";
import { publishService, withdrawPublication } from "#app/domain/services/states/publish-service.server.ts";
import { changes } from "#db/schema/accounts.ts";
import { cases } from "#db/schema/keeping/cases.ts";
import { costOptions, removedServices, services } from "#db/schema/services.ts";
import { makePerson } from "#test/factories/meetings.ts";
import { makeReadyDraft } from "#test/factories/services.ts";
import { test } from "#test/setup/context.ts";

async function aDraft(ctx: Ctx, over: Parameters<typeof makeReadyDraft>[1] = {}) {
  const { organisation, service } = await makeReadyDraft(ctx, over);
  const asEditor = { ...ctx, actor: await makePerson(ctx, [["organisation-editor", organisation.id]]) };
  const asAdmin = { ...ctx, actor: await makePerson(ctx, [["administrator", null]]) };
  const asLead = { ...ctx, actor: await makePerson(ctx, [["group-lead", organisation.id]]) };
  return { organisation, id: service.id, slug: service.slug, asEditor, asAdmin, asLead };
}

const stateOf = async (ctx: Ctx, slug: string) => (await findServiceRecord(ctx, slug)).state;
const deedsOf = async (ctx: Ctx, id: string) => {
  const rows = await ctx.db.select().from(changes).where(eq(changes.nounId, id)).orderBy(changes.at);
  return rows.map(({ deed }) => deed);
};
const caseOf = async (ctx: Ctx, id: string) => {
  const [found] = await ctx.db.select().from(cases).where(eq(cases.recordId, id));
  return found;
};

describe("publishing", () => {
  test("asks for approval the first time, and is live once approved", async ({ ctx }) => {
    const { id, slug, asEditor, asLead } = await aDraft(ctx);
    expect(await publishService(asEditor, slug)).toEqual({ state: "waiting" });
    expect(await caseOf(ctx, id)).toMatchObject({
      ...{ kind: "change", noun: "service", title: "New service: Community lunch", details: {} },
    });
    await expect(findService(ctx, slug)).rejects.toThrow(NotFound);
    await publishApproved(asLead, id);
    expect(await findService(ctx, slug)).toMatchObject({
      ...{ name: "Community lunch", confirmation: { state: "fresh", on: "2026-04-14" } },
    });
    expect((await findServiceRecord(asEditor, slug)).publishedAt).toBe(ctx.now.toISOString());
    expect(await deedsOf(ctx, id)).toEqual(["ask to publish service", "approve service"]);
    await expect(publishApproved(asLead, id)).rejects.toThrow(Conflict);
  });

  test.for(["asEditor", "asAdmin"] as const)(
    "is at once for a trusted organisation and for the team: %s",
    async (who, { ctx }) => {
      const draft = await aDraft(ctx, { organisation: { isTrusted: who === "asEditor" } });
      expect(await publishService(draft[who], draft.slug)).toEqual({ state: "live" });
      expect(await deedsOf(ctx, draft.id)).toEqual(["publish service"]);
      expect(await caseOf(ctx, draft.id)).toBeUndefined();
    },
  );

  test("is refused while something is missing, its organisation is not public, or it is no draft", async ({
    ctx,
  }) => {
    const { id, slug, asEditor } = await aDraft(ctx);
    await ctx.db.delete(costOptions).where(eq(costOptions.serviceId, id));
    await expect(publishService(asEditor, slug)).rejects.toThrow(Invalid);
    const hidden = await aDraft(ctx, { organisation: { state: "waiting" } });
    await expect(publishService(hidden.asEditor, hidden.slug)).rejects.toThrow(/not published yet/);
    const live = await aDraft(ctx, { state: "live" });
    await expect(publishService(live.asEditor, live.slug)).rejects.toThrow(Conflict);
    await expect(publishService(live.asEditor, slug)).rejects.toThrow(NotFound);
  });

  test("can be taken back, and asked for again", async ({ ctx }) => {
    const { id, slug, asEditor } = await aDraft(ctx);
    await publishService(asEditor, slug);
    await withdrawPublication(asEditor, slug);
    expect(await stateOf(asEditor, slug)).toBe("draft");
    expect(await caseOf(ctx, id)).toMatchObject({ state: "withdrawn" });
    await expect(withdrawPublication(asEditor, slug)).rejects.toThrow(Conflict);
    expect(await publishService(asEditor, slug)).toEqual({ state: "waiting" });
  });

  test("not approved, it is a draft again, and its keepers read why", async ({ ctx }) => {
    const { id, slug, asEditor, asLead } = await aDraft(ctx);
    await publishService(asEditor, slug);
    const asked = await caseOf(ctx, id);
    if (!asked) throw new Error("Nobody was asked");
    await closeCase(asLead, asked, "declined", "Please add the street.");
    await declineServiceChange(asLead, id, {});
    expect(await findServiceRecord(asEditor, slug)).toMatchObject({
      state: "draft",
      approval: { state: "declined", reason: "Please add the street.", section: null },
    });
  });
});

describe("a new name that waits", () => {
  async function aWaitingName(ctx: Ctx) {
    const live = await aDraft(ctx, { state: "live" });
    const { record } = await findServiceRecord(live.asEditor, live.slug);
    const value = { section: "basics" as const, fields: { ...record.basics, name: "Supper club" } };
    await saveSection(live.asEditor, live.slug, value, seenOf(record.basics));
    const asked = await caseOf(ctx, live.id);
    if (!asked) throw new Error("Nobody was asked");
    return { ...live, details: asked.details as { section: string; after: { name: string } } };
  }

  test("is written once approved, by whoever may", async ({ ctx }) => {
    const { id, slug, asLead, asEditor, details } = await aWaitingName(ctx);
    await applyServiceChange(asLead, id, details);
    expect((await findServiceRecord(asEditor, slug)).name).toBe("Supper club");
    expect(await deedsOf(ctx, id)).toEqual(["approve name of service"]);
  });

  test("is not written when declined", async ({ ctx }) => {
    const { id, slug, asLead, asEditor, details } = await aWaitingName(ctx);
    await declineServiceChange(asLead, id, details);
    expect(await findServiceRecord(asEditor, slug)).toMatchObject({ name: "Community lunch", state: "live" });
  });
});

describe("closing for a while", () => {
  test("leaves the page, which says why, until it opens again", async ({ ctx }) => {
    const { id, slug, asEditor, asLead } = await aDraft(ctx, { state: "live" });
    await closeService(asEditor, slug, { note: "The hall is being painted." });
    expect(await findService(ctx, slug)).toMatchObject({
      ...{ state: "temporarily-closed", stateNote: "The hall is being painted.", next: null },
    });
    await closeService(asEditor, slug, { note: "Back on 4 May." });
    await reopenService(asEditor, slug);
    expect(await findService(ctx, slug)).toMatchObject({ state: "live", stateNote: "" });
    expect(await deedsOf(ctx, id)).toEqual([
      ...["close service for a while", "close service for a while", "reopen service"],
    ]);
    await expect(reopenService(asEditor, slug)).rejects.toThrow(Conflict);
    await expect(closeService(asLead, slug, { note: "No." })).rejects.toThrow(NotFound);
  });

  test("is for what is public", async ({ ctx }) => {
    const { slug, asEditor } = await aDraft(ctx);
    await expect(closeService(asEditor, slug, { note: "Why" })).rejects.toThrow(Conflict);
  });
});

describe("archiving", () => {
  test("takes it away for all but its keepers, and tells copies of our data", async ({ ctx }) => {
    const { id, slug, asEditor, asLead } = await aDraft(ctx, { state: "live" });
    await expect(archiveService(asLead, slug)).rejects.toThrow(NotFound);
    await archiveService(asEditor, slug);
    await expect(findService(ctx, slug)).rejects.toThrow(NotFound);
    const removed = await ctx.db.select().from(removedServices);
    expect(removed).toMatchObject([{ serviceId: id, removedAt: ctx.now }]);
    await restoreService(asEditor, slug);
    expect(await ctx.db.select().from(removedServices)).toEqual([]);
    expect((await findService(ctx, slug)).state).toBe("live");
    expect(await deedsOf(ctx, id)).toEqual(["archive service", "restore service"]);
  });

  test("brings back what was closed as closed, and what was never public as a draft", async ({ ctx }) => {
    const closed = await aDraft(ctx, { state: "live" });
    await closeService(closed.asEditor, closed.slug, { note: "Painting." });
    const draft = await aDraft(ctx);
    await publishService(draft.asEditor, draft.slug);
    for (const { asEditor, slug } of [closed, draft]) {
      await archiveService(asEditor, slug);
      await restoreService(asEditor, slug);
    }
    expect(await stateOf(closed.asEditor, closed.slug)).toBe("temporarily-closed");
    expect(await stateOf(draft.asEditor, draft.slug)).toBe("draft");
    expect(await caseOf(ctx, draft.id)).toMatchObject({ state: "withdrawn" });
  });

  test("after 30 days only the team brings it back", async ({ ctx }) => {
    const { id, slug, asEditor, asAdmin } = await aDraft(ctx, { state: "live" });
    await archiveService(asEditor, slug);
    const archivedAt = new Date("2026-03-14T08:59:00Z");
    await ctx.db.update(services).set({ archivedAt }).where(eq(services.id, id));
    await expect(restoreService(asEditor, slug)).rejects.toThrow(/Ask the Assembly team/);
    await restoreService(asAdmin, slug);
    expect(await stateOf(asEditor, slug)).toBe("live");
    await expect(restoreService(asEditor, slug)).rejects.toThrow(Conflict);
  });
});

test("a preview shows a draft to its keepers as others will see it, and to nobody else", async ({ ctx }) => {
  const { slug, asEditor, asLead } = await aDraft(ctx);
  await expect(findServicePreview(asLead, slug)).rejects.toThrow(NotFound);
  await expect(findServicePreview(ctx, slug)).rejects.toThrow(NotFound);
  const { state: _, mayKeep, ...preview } = await findServicePreview(asEditor, slug);
  expect(mayKeep).toBe(true);
  await ctx.db.update(services).set({ state: "live" }).where(eq(services.slug, slug));
  const { state: __, ...page } = await findService(ctx, slug);
  expect(preview).toEqual(page);
});
