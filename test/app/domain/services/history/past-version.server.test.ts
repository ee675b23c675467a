import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { seenOf } from "#app/domain/section.ts";
import {
  findPastVersion,
  findServiceHistory,
  restoreVersion,
} from "#app/domain/services/history/past-version.server.ts";
import { findServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { saveSection } from "#app/domain/services/record/save-section.server.ts";
import type { SectionValue } from "#app/domain/services/record/service-record.ts";
import { archiveService } from "#app/domain/services/states/archive-service.server.ts";
import { locations } from "#db/schema/locations.ts";
import { taxonomyTerms } from "#db/schema/taxonomies.ts";
import { makePerson } from "#test/factories/meetings.ts";
import { makeReadyDraft } from "#test/factories/services.ts";
import { makeVenue } from "#test/factories/venues.ts";
import { test } from "#test/setup/context.ts";

async function aService(ctx: Ctx) {
  const { organisation, service, topic } = await makeReadyDraft(ctx, {
    state: "live",
    organisation: { isTrusted: true },
  });
  const asEditor = {
    ...ctx,
    actor: await makePerson(ctx, [["organisation-editor", organisation.id]], "Ona"),
  };
  const asOutsider = { ...ctx, actor: await makePerson(ctx, [["icb-staff", null]]) };
  const save = async (
    value: (record: Awaited<ReturnType<typeof findServiceRecord>>["record"]) => SectionValue,
  ) => {
    const { record } = await findServiceRecord(asEditor, service.slug);
    const wanted = value(record);
    await saveSection(asEditor, service.slug, wanted, seenOf(record[wanted.section]));
  };
  return { organisation, slug: service.slug, topic, asEditor, asOutsider, save };
}

const newest = async (ctx: Ctx, slug: string) => {
  const [change] = (await findServiceHistory(ctx, slug)).changes;
  if (!change) throw new Error("Nothing was changed");
  return change;
};

describe("the history of a service", () => {
  test("says who, when, and what stood before and after, to its keepers alone", async ({ ctx }) => {
    const { slug, asEditor, asOutsider, save } = await aService(ctx);
    await save((record) => ({ section: "capacity", fields: { ...record.capacity, capacity: "full" } }));
    expect(await newest(asEditor, slug)).toMatchObject({
      ...{ deed: "change service", who: "Ona", at: ctx.now.toISOString() },
      before: { capacity: { capacity: "open" } },
      after: { capacity: { capacity: "full" } },
    });
    await expect(findServiceHistory(asOutsider, slug)).rejects.toThrow(NotFound);
    await expect(findServiceHistory(ctx, slug)).rejects.toThrow(NotFound);
  });

  test("restores the version before a change, which is a change itself", async ({ ctx }) => {
    const { slug, asEditor, asOutsider, save } = await aService(ctx);
    await save((record) => ({ section: "basics", fields: { ...record.basics, summary: "A cold lunch." } }));
    const { id } = await newest(asEditor, slug);
    await expect(restoreVersion(asOutsider, slug, id)).rejects.toThrow(NotFound);
    expect((await findPastVersion(asEditor, slug, id)).version).toMatchObject({
      fields: { summary: "A hot lunch." },
    });
    await restoreVersion(asEditor, slug, id);
    expect((await findServiceRecord(asEditor, slug)).record.basics.summary).toBe("A hot lunch.");
    const deeds = (await findServiceHistory(asEditor, slug)).changes.map(({ deed }) => deed);
    expect(deeds.toSorted()).toEqual(["change service", "restore version of service"]);
  });

  test("leaves away topics and places that are gone meanwhile", async ({ ctx }) => {
    const { slug, organisation, topic, asEditor, save } = await aService(ctx);
    const hall = await makeVenue(ctx, { organisationId: organisation.id });
    await save(({ where }) => ({
      section: "where",
      fields: { ...where, venues: [{ id: hall.id, note: "" }] },
    }));
    await save(({ where }) => ({ section: "where", fields: { ...where, venues: [] } }));
    const withHall = await newest(asEditor, slug);
    await save(({ basics }) => ({ section: "basics", fields: { ...basics, topics: [] } }));
    const { changes } = await findServiceHistory(asEditor, slug);
    const withTopic = changes.find(({ before }) => Object.keys(before as object)[0] === "basics");
    await ctx.db.delete(locations).where(eq(locations.id, hall.id));
    await ctx.db.delete(taxonomyTerms).where(eq(taxonomyTerms.id, topic.id));
    for (const change of changes
      .filter(({ before }) => "where" in (before as object))
      .concat(withTopic ?? withHall))
      await restoreVersion(asEditor, slug, change.id);
    const { record } = await findServiceRecord(asEditor, slug);
    expect([record.where.venues, record.basics.topics]).toEqual([[], []]);
  });

  test("has no version for changes of state, for strangers' changes, and none to restore in an archive", async ({
    ctx,
  }) => {
    const { slug, asEditor, save } = await aService(ctx);
    await save((record) => ({ section: "capacity", fields: { ...record.capacity, capacity: "full" } }));
    const { id } = await newest(asEditor, slug);
    const other = await aService(ctx);
    await expect(findPastVersion(other.asEditor, other.slug, id)).rejects.toThrow(NotFound);
    await archiveService(asEditor, slug);
    const { changes } = await findServiceHistory(asEditor, slug);
    const archived = changes.find(({ deed }) => deed === "archive service");
    await expect(findPastVersion(asEditor, slug, archived?.id ?? "")).rejects.toThrow(NotFound);
    await expect(restoreVersion(asEditor, slug, id)).rejects.toThrow(Conflict);
  });
});
