import { asc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Actor, Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { findOrganisation } from "#app/domain/organisations/find.server.ts";
import { findOrganisationHistory } from "#app/domain/organisations/history/find-history.server.ts";
import { mergeOrganisations } from "#app/domain/organisations/merge/merge-organisations.server.ts";
import { showMerge } from "#app/domain/organisations/merge/show-merge.server.ts";
import { undoMerge } from "#app/domain/organisations/merge/undo-merge.server.ts";
import { findService } from "#app/domain/services/find.server.ts";
import { changes, roleGrants } from "#db/schema/accounts.ts";
import { contacts, phones } from "#db/schema/contacts.ts";
import {
  formerNames,
  organisationIdentifiers,
  organisationPlaces,
  organisations,
} from "#db/schema/organisations.ts";
import { services } from "#db/schema/services.ts";
import { makePerson, makePlace } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeVenue } from "#test/factories/venues.ts";
import { test } from "#test/setup/context.ts";

const job: Actor = { kind: "job", name: "test" };

/** A record that stays and one that goes into it, which has some things the other has and some it has not. */
async function two(ctx: Ctx) {
  const into = await makeOrganisation(ctx, { name: "Riverside Lunch Club", slug: "riverside" });
  const from = await makeOrganisation(ctx, { name: "Riverside Lunches", slug: "riverside-lunches" });
  const place = await makePlace(ctx);
  const number = { scheme: "GB-CHC" as const, identifier: "1234567" };
  await ctx.db.insert(organisationIdentifiers).values([
    { ...number, organisationId: into.id },
    { ...number, organisationId: from.id },
    { scheme: "GB-COH", identifier: "01234567", organisationId: from.id },
  ]);
  await ctx.db.insert(organisationPlaces).values({ organisationId: from.id, placeId: place.id });
  await ctx.db.insert(phones).values([
    { organisationId: into.id, number: "01632 960001" },
    { organisationId: from.id, number: "01632960001" },
    { organisationId: from.id, number: "01632 960002" },
  ]);
  await ctx.db.insert(contacts).values({ organisationId: from.id, name: "Rosa", title: "Cook" });
  await ctx.db
    .insert(services)
    .values({ organisationId: from.id, name: "Lunch", slug: "lunch-here", state: "live" });
  const owner = await makePerson(ctx, [["organisation-owner", from.id]]);
  await ctx.db
    .insert(roleGrants)
    .values({ personId: owner.id, role: "organisation-owner", scopeId: from.id })
    .onConflictDoNothing();
  const merge = () =>
    mergeOrganisations({ ...ctx, actor: job }, { fromSlug: "riverside-lunches", intoSlug: "riverside" });
  return { into, from, place, merge };
}

/** Everything of a record that a merge may move. */
async function belongings(ctx: Ctx, id: string) {
  const { number } = phones;
  return {
    services: (await ctx.db.select().from(services).where(eq(services.organisationId, id))).length,
    contacts: (await ctx.db.select().from(contacts).where(eq(contacts.organisationId, id))).length,
    phones: (await ctx.db.select({ number }).from(phones).where(eq(phones.organisationId, id))).length,
    numbers: (
      await ctx.db
        .select()
        .from(organisationIdentifiers)
        .where(eq(organisationIdentifiers.organisationId, id))
        .orderBy(asc(organisationIdentifiers.scheme))
    ).map(({ scheme }) => scheme),
    places: (await ctx.db.select().from(organisationPlaces).where(eq(organisationPlaces.organisationId, id)))
      .length,
    former: (await ctx.db.select().from(formerNames).where(eq(formerNames.organisationId, id))).map(
      ({ name }) => name,
    ),
    people: (await ctx.db.select().from(roleGrants).where(eq(roleGrants.scopeId, id))).length,
  };
}

describe("merging", () => {
  test("moves what the other has not, leaves what it has, and keeps the name", async ({ ctx }) => {
    const { into, from, merge } = await two(ctx);
    await merge();
    expect(await belongings(ctx, into.id)).toEqual({
      ...{ services: 1, contacts: 1, phones: 2, numbers: ["GB-CHC", "GB-COH"], places: 1, people: 1 },
      former: ["Riverside Lunches"],
    });
    expect(await belongings(ctx, from.id)).toMatchObject({ services: 0, phones: 1, numbers: ["GB-CHC"] });
    const [gone] = await ctx.db.select().from(organisations).where(eq(organisations.id, from.id));
    expect(gone).toMatchObject({ state: "archived", mergedIntoId: into.id, archivedAt: ctx.now });
  });

  test("keeps the addresses of a refuge hidden, also once it is undone", async ({ ctx }) => {
    const { into, from, merge } = await two(ctx);
    await ctx.db.update(organisations).set({ addressIsHidden: true }).where(eq(organisations.id, from.id));
    const [service] = await ctx.db.select().from(services).where(eq(services.slug, "lunch-here"));
    await makeVenue(ctx, { organisationId: from.id, serviceIds: [service?.id ?? ""] });
    const shown = async () => JSON.stringify(await findService(ctx, "lunch-here"));
    expect(await shown()).not.toContain("Duke Street");
    const { id } = await merge();
    expect(await shown()).not.toContain("Duke Street");
    const { versions } = await findOrganisationHistory({ ...ctx, actor: job }, "riverside");
    expect(versions[0]?.differences).toContainEqual({
      label: "Hide every address",
      before: "",
      after: "Yes",
    });
    await undoMerge({ ...ctx, actor: job }, id);
    const rows = await ctx.db.select().from(organisations).where(eq(organisations.addressIsHidden, true));
    expect(rows.map((row) => row.id).toSorted()).toEqual([into.id, from.id].toSorted());
  });

  test("is told beforehand", async ({ ctx }) => {
    await two(ctx);
    const { moves } = await showMerge({ ...ctx, actor: job }, "riverside", {
      q: "",
      from: "riverside-lunches",
    });
    expect(moves).toEqual([
      "1 service",
      "1 register number",
      "1 contact",
      "1 phone number",
      "1 person who may edit it",
    ]);
  });

  test("is recorded at both, and both histories stay", async ({ ctx }) => {
    const { into, from, merge } = await two(ctx);
    const { id } = await merge();
    const deedsOf = async (nounId: string) =>
      (await ctx.db.select().from(changes).where(eq(changes.nounId, nounId))).map(({ deed, after }) => ({
        deed,
        after,
      }));
    expect(await deedsOf(from.id)).toMatchObject([
      { deed: "merge organisation into another", after: { merge: id, mergedInto: { slug: "riverside" } } },
    ]);
    expect(await deedsOf(into.id)).toMatchObject([
      { deed: "merge another organisation into this", after: { merged: { slug: "riverside-lunches" } } },
    ]);
  });

  test("shows in the history with the name of the other", async ({ ctx }) => {
    const { merge } = await two(ctx);
    await merge();
    const { versions } = await findOrganisationHistory({ ...ctx, actor: job }, "riverside");
    expect(versions).toMatchObject([
      {
        what: "Took in another record",
        differences: [{ label: "Record taken in", after: "Riverside Lunches" }],
        canRestore: false,
      },
    ]);
  });

  test("redirects the old address, however long the chain", async ({ ctx }) => {
    const { merge } = await two(ctx);
    await makeOrganisation(ctx, { name: "Wensum Kitchen", slug: "wensum" });
    await merge();
    expect(await findOrganisation(ctx, "riverside-lunches")).toEqual({ movedTo: "riverside" });
    const next = { fromSlug: "riverside", intoSlug: "wensum" };
    const { id } = await mergeOrganisations({ ...ctx, actor: job }, next);
    expect(await findOrganisation(ctx, "riverside-lunches")).toEqual({ movedTo: "wensum" });
    expect(await findOrganisation(ctx, "riverside")).toEqual({ movedTo: "wensum" });
    await undoMerge({ ...ctx, actor: job }, id);
    expect(await findOrganisation(ctx, "riverside-lunches")).toEqual({ movedTo: "riverside" });
  });

  test("is refused with itself, with what is gone, and for everybody but the team", async ({ ctx }) => {
    const { from, merge } = await two(ctx);
    const inside = { ...ctx, actor: job };
    const own = { fromSlug: "riverside", intoSlug: "riverside" };
    await expect(mergeOrganisations(inside, own)).rejects.toThrow(Invalid);
    for (const role of ["organisation-owner", "icb-staff", "group-lead"] as const) {
      const scope = role === "icb-staff" ? null : from.id;
      const actor = await makePerson(ctx, [[role, scope]]);
      const slugs = { fromSlug: "riverside-lunches", intoSlug: "riverside" };
      await expect(mergeOrganisations({ ...ctx, actor }, slugs)).rejects.toThrow(NotFound);
      await expect(showMerge({ ...ctx, actor }, "riverside", { q: "" })).rejects.toThrow(NotFound);
    }
    await merge();
    await expect(merge()).rejects.toThrow(Conflict);
  });
});

describe("undoing a merge", () => {
  test("puts everything back as it was", async ({ ctx }) => {
    const { into, from, merge } = await two(ctx);
    const before = [await belongings(ctx, into.id), await belongings(ctx, from.id)];
    const { id } = await merge();
    expect((await undoMerge({ ...ctx, actor: job }, id)).lost).toEqual([]);
    expect([await belongings(ctx, into.id), await belongings(ctx, from.id)]).toEqual(before);
    expect(await findOrganisation(ctx, "riverside-lunches")).toMatchObject({ name: "Riverside Lunches" });
    expect((await ctx.db.select().from(changes).where(eq(changes.nounId, from.id))).length).toBe(2);
    await expect(undoMerge({ ...ctx, actor: job }, id)).rejects.toThrow(Conflict);
    await merge();
  });

  test("says what was changed since, and leaves it", async ({ ctx }) => {
    const { merge } = await two(ctx);
    const { id } = await merge();
    await ctx.db.delete(contacts).where(eq(contacts.name, "Rosa"));
    const other = await makeOrganisation(ctx);
    await ctx.db.update(services).set({ organisationId: other.id }).where(eq(services.slug, "lunch-here"));
    expect((await undoMerge({ ...ctx, actor: job }, id)).lost).toEqual(["1 service", "1 contact"]);
  });

  test("waits for a later merge to be undone first", async ({ ctx }) => {
    const { merge } = await two(ctx);
    await makeOrganisation(ctx, { slug: "wensum" });
    const { id } = await merge();
    await mergeOrganisations({ ...ctx, actor: job }, { fromSlug: "riverside", intoSlug: "wensum" });
    await expect(undoMerge({ ...ctx, actor: job }, id)).rejects.toThrow("undo that merge first");
  });
});
