import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { CaseOf } from "#app/domain/cases/case.ts";
import { findCase } from "#app/domain/cases/find-case.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import {
  archiveOrganisation,
  restoreOrganisation,
} from "#app/domain/organisations/keeping/change-state.server.ts";
import { approveChange, declineChange } from "#app/domain/organisations/keeping/decide-change.server.ts";
import { editSection } from "#app/domain/organisations/keeping/edit-section.server.ts";
import {
  findWaitingChanges,
  withdrawChange,
} from "#app/domain/organisations/keeping/waiting-changes.server.ts";
import { formValues } from "#app/domain/organisations/record/form-values.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import type { OrganisationRecord, RecordSection } from "#app/domain/organisations/record/record.ts";
import { seenOf } from "#app/domain/section.ts";
import { cases } from "#db/schema/keeping/cases.ts";
import { deedsOf, lettersTo, makeOrganisation, makeOwner } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";

const team = { kind: "job", name: "team" } as const;

async function setting(ctx: Ctx, over: Parameters<typeof makeOrganisation>[1] = {}) {
  const organisation = await makeOrganisation(ctx, { name: "Lunch club", ...over });
  const owner = await makeOwner(ctx, organisation.id);
  return { organisation, owner, as: { ...ctx, actor: owner as Person } };
}

async function edit<S extends RecordSection>(
  ctx: Ctx,
  { id, slug }: { id: string; slug: string },
  section: S,
  over: Partial<OrganisationRecord[S]>,
  seen?: string,
) {
  const fields = (await readRecord(ctx, id))[section];
  const stamp = seen ?? seenOf(formValues(section, fields));
  return editSection(ctx, slug, { section, fields: { ...fields, ...over }, seen: stamp });
}

async function waitingCase(ctx: Ctx, organisationId: string) {
  const [change] = await findWaitingChanges(ctx, organisationId);
  return (await findCase({ ...ctx, actor: team }, change?.id ?? "")) as CaseOf<"change">;
}

describe("editing a section", () => {
  test("saves it, with before and after in the record", async ({ ctx }) => {
    const { organisation, as } = await setting(ctx);
    expect(await edit(as, organisation, "about", { description: "We eat." })).toBe("saved");
    expect((await readRecord(ctx, organisation.id)).about.description).toBe("We eat.");
    expect(await deedsOf(ctx, organisation.id)).toEqual(["edit organisation"]);
  });

  test("is for its keepers alone: others do not find it", async ({ ctx }) => {
    const { organisation } = await setting(ctx);
    const other = await setting(ctx);
    for (const actor of [{ kind: "visitor" } as const, other.owner]) {
      const trying = edit({ ...ctx, actor }, organisation, "about", { description: "Ha" });
      await expect(trying).rejects.toThrow(NotFound);
    }
    expect(await deedsOf(ctx, organisation.id)).toEqual([]);
  });

  test("does nothing where nothing is new", async ({ ctx }) => {
    const { organisation, as } = await setting(ctx);
    expect(await edit(as, organisation, "about", {})).toBe("same");
    expect(await deedsOf(ctx, organisation.id)).toEqual([]);
  });

  test("shows both versions to the second of two editors, and takes what they send then", async ({ ctx }) => {
    const { organisation, as } = await setting(ctx);
    const { about } = await readRecord(ctx, organisation.id);
    const seen = seenOf(formValues("about", about));
    await edit(as, organisation, "about", { description: "Mine was first." });
    const crossing = edit(as, organisation, "about", { description: "Mine was second." }, seen);
    const versions = await crossing.catch((error: unknown) =>
      error instanceof Conflict ? error.versions : null,
    );
    expect(versions).toMatchObject({
      mine: { description: "Mine was second." },
      theirs: { description: "Mine was first." },
    });
    const theirs = seenOf((versions as { theirs: object }).theirs);
    expect(await edit(as, organisation, "about", { description: "Both." }, theirs)).toBe("saved");
  });

  test("leaves other sections out of each other's way", async ({ ctx }) => {
    const { organisation, as } = await setting(ctx);
    const { where } = await readRecord(ctx, organisation.id);
    const seen = seenOf(formValues("where", where));
    await edit(as, organisation, "about", { description: "We eat." });
    expect(await edit(as, organisation, "where", { worksOnline: true }, seen)).toBe("saved");
  });
});

describe("a new name", () => {
  test("waits for approval while the old one stays published; approved, it is published and said", async ({
    ctx,
  }) => {
    const { organisation, as, owner } = await setting(ctx);
    expect(await edit(as, organisation, "names", { name: "Supper club" })).toBe("waiting");
    expect((await readRecord(ctx, organisation.id)).names.name).toBe("Lunch club");
    const waiting = await waitingCase(ctx, organisation.id);
    expect(waiting).toMatchObject({ kind: "change", level: "team", personId: owner.id });
    await approveChange({ ...ctx, actor: team }, waiting);
    expect((await readRecord(ctx, organisation.id)).names.name).toBe("Supper club");
    expect(await deedsOf(ctx, organisation.id)).toContain("approve change");
    expect(await lettersTo(ctx, owner.email)).toEqual(["change approved"]);
  });

  test("is published at once by a trusted organisation, and by the team", async ({ ctx }) => {
    const trusted = await setting(ctx, { isTrusted: true });
    expect(await edit(trusted.as, trusted.organisation, "names", { name: "Supper club" })).toBe("saved");
    const { organisation } = await setting(ctx);
    expect(await edit({ ...ctx, actor: team }, organisation, "names", { name: "Tea club" })).toBe("saved");
  });

  test("waits while the record is archived too: it would come back with it", async ({ ctx }) => {
    const { organisation, as } = await setting(ctx);
    await archiveOrganisation(as, organisation.slug);
    expect(await edit(as, organisation, "names", { name: "Age UK Norwich" })).toBe("waiting");
    await restoreOrganisation(as, organisation.slug);
    expect((await readRecord(ctx, organisation.id)).names.name).toBe("Lunch club");
  });

  test("leaves the old one among the former names, if asked; the address stays", async ({ ctx }) => {
    const { organisation, as } = await setting(ctx, { isTrusted: true });
    const { names } = await readRecord(ctx, organisation.id);
    const seen = seenOf(formValues("names", names));
    const fields = { ...names, name: "Supper club" };
    await editSection(as, organisation.slug, { section: "names", fields, seen, keepsOldName: true });
    expect((await readRecord(ctx, organisation.id)).names).toEqual({
      ...fields,
      formerNames: [{ name: "Lunch club", until: "2026-04-14" }],
    });
  });

  test("keeps what others saved meanwhile in the same section", async ({ ctx }) => {
    const { organisation, as } = await setting(ctx);
    await edit(as, organisation, "names", { name: "Supper club" });
    await edit(as, organisation, "names", { kind: "cic" });
    await approveChange({ ...ctx, actor: team }, await waitingCase(ctx, organisation.id));
    expect((await readRecord(ctx, organisation.id)).names).toMatchObject({
      name: "Supper club",
      kind: "cic",
    });
  });

  test("is not published over another that came in between", async ({ ctx }) => {
    const { organisation, as } = await setting(ctx);
    await edit(as, organisation, "names", { name: "Supper club" });
    await edit({ ...ctx, actor: team }, organisation, "names", { name: "Tea club" });
    const waiting = await waitingCase(ctx, organisation.id);
    await expect(approveChange({ ...ctx, actor: team }, waiting)).rejects.toThrow(Conflict);
  });

  test("can be withdrawn, or declined with a reason that is mailed", async ({ ctx }) => {
    const { organisation, as, owner } = await setting(ctx);
    await edit(as, organisation, "names", { name: "Supper club" });
    const first = await waitingCase(ctx, organisation.id);
    await withdrawChange(as, organisation.slug, first.id);
    expect(await findWaitingChanges(ctx, organisation.id)).toEqual([]);
    await expect(withdrawChange(as, organisation.slug, first.id)).rejects.toThrow(Conflict);
    await edit(as, organisation, "names", { name: "Tea club" });
    await declineChange(
      { ...ctx, actor: team },
      await waitingCase(ctx, organisation.id),
      "Is it the same group?",
    );
    expect(await lettersTo(ctx, owner.email)).toEqual(["change declined"]);
    expect((await readRecord(ctx, organisation.id)).names.name).toBe("Lunch club");
  });

  test("takes the place of one that waits already", async ({ ctx }) => {
    const { organisation, as } = await setting(ctx);
    await edit(as, organisation, "names", { name: "Supper club" });
    await edit(as, organisation, "names", { name: "Tea club" });
    const states = await ctx.db
      .select({ state: cases.state })
      .from(cases)
      .where(eq(cases.recordId, organisation.id));
    expect(states.map(({ state }) => state).toSorted()).toEqual(["open", "withdrawn"]);
  });
});
