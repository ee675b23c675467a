import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { seenOf } from "#app/domain/section.ts";
import { beginService, copyService } from "#app/domain/services/record/begin-service.server.ts";
import { findServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { saveSection } from "#app/domain/services/record/save-section.server.ts";
import type {
  RecordSection,
  SectionValue,
  ServiceRecord,
} from "#app/domain/services/record/service-record.ts";
import { changes } from "#db/schema/accounts.ts";
import { contacts, phones } from "#db/schema/contacts.ts";
import { cases } from "#db/schema/keeping/cases.ts";
import { footprintPlaces, footprints } from "#db/schema/places.ts";
import { serviceAreas, servicePlaces, services } from "#db/schema/services.ts";
import { makePerson, makePlace } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeReadyDraft, makeTopic } from "#test/factories/services.ts";
import { makeVenue } from "#test/factories/venues.ts";
import { test } from "#test/setup/context.ts";

async function aService(ctx: Ctx, over: Parameters<typeof makeReadyDraft>[1] = {}) {
  const { organisation, service, topic } = await makeReadyDraft(ctx, { state: "live", ...over });
  const asEditor = { ...ctx, actor: await makePerson(ctx, [["organisation-editor", organisation.id]]) };
  const asOutsider = { ...ctx, actor: await makePerson(ctx, [["organisation-editor", service.id]]) };
  return { organisation, service, topic, slug: service.slug, asEditor, asOutsider };
}

/** Saves over what stands there now. */
async function save<S extends RecordSection>(
  ctx: Ctx,
  slug: string,
  section: S,
  over: Partial<ServiceRecord[S]>,
) {
  const { record } = await findServiceRecord(ctx, slug);
  const value = { section, fields: { ...record[section], ...over } } as unknown as SectionValue;
  return saveSection(ctx, slug, value, seenOf(record[section]));
}

const changesOf = (ctx: Ctx, id: string) =>
  ctx.db.select().from(changes).where(eq(changes.nounId, id)).orderBy(changes.at);
const jobs = async (ctx: Ctx) => {
  const rows = await ctx.db.execute<{ payload: { ids: string[] } }>(
    sql`select payload from graphile_worker._private_jobs`,
  );
  return rows.flatMap(({ payload }) => payload.ids ?? []);
};

/** One of everything, in the shape that the record reads. */
async function everything(ctx: Ctx, organisationId: string): Promise<ServiceRecord> {
  const topic = await makeTopic(ctx, { slug: "company", name: "Company" });
  const placeId = (await makePlace(ctx)).id;
  const hall = await makeVenue(ctx, { organisationId, placeId });
  const chapel = await makeVenue(ctx, { organisationId, name: "Chapel" });
  const hours = {
    ...{
      validFrom: null,
      validTo: null,
      dtstart: null,
      freq: "WEEKLY" as const,
      interval: 1,
      bymonthday: null,
    },
    ...{ opensAt: "10:00", closesAt: "12:30", description: "Not if it rains", isClosed: false },
  };
  return {
    basics: {
      ...{ name: "Lunch and company", summary: "Lunch.", description: "Two courses.", topics: [topic.slug] },
      url: "https://example.org/lunch",
    },
    where: {
      isOnline: true,
      venues: [
        { id: chapel.id, note: "Upstairs" },
        { id: hall.id, note: "" },
      ],
      ...{ areas: [], areaWords: "Five miles around", gettingThere: "Bus 25" },
    },
    when: {
      hours: [
        { ...hours, byday: "MO", at: hall.id },
        { ...hours, byday: "WE", closesAt: "24:00", at: null },
      ],
      exceptions: [
        {
          ...{ ...hours, byday: null, freq: null, opensAt: null, closesAt: null, isClosed: true, at: null },
          ...{ validFrom: "2026-12-24", validTo: "2027-01-01", description: "Christmas" },
        },
      ],
      ...{ words: "And by appointment", bankHolidays: "closed", isTermTimeOnly: true },
    },
    cost: { costs: [{ option: "Adults", amount: 3.5, amountDescription: "a meal" }] },
    contact: {
      email: "lunch@example.org",
      phones: [{ number: "01632 960001", extension: null, description: "Mornings", isPublic: false }],
      contacts: [
        { name: "Ona", title: "Cook", email: null, phones: ["01632 960002"], isPublic: true },
        { name: "Pat", title: null, email: "pat@example.org", phones: [], isPublic: false },
      ],
      referralRoute: "Just come.",
      funders: ["Big Local", "Norwich City Council"],
      assurerEmail: "checks@example.org",
    },
    "who-for": {
      ...{ eligibility: "Anyone", minimumAge: 18, maximumAge: null },
      languages: [{ code: "lt", note: "on Mondays" }],
    },
    capacity: { capacity: "waiting-list", waitWeeks: 6, capacityNote: "Ring in May" },
  };
}

describe("saving a section", () => {
  test("keeps every field of every section, records each change, and leaves a job for the search", async ({
    ctx,
  }) => {
    const { service, slug, organisation, asEditor } = await aService(ctx, {
      organisation: { isTrusted: true },
    });
    const wanted = await everything(ctx, organisation.id);
    for (const section of Object.keys(wanted) as RecordSection[])
      await save(asEditor, slug, section, wanted[section]);

    const { record, stepsDone } = await findServiceRecord(asEditor, slug);
    expect(record).toEqual(wanted);
    expect(stepsDone.toSorted()).toEqual(Object.keys(wanted).toSorted());
    const rows = await changesOf(ctx, service.id);
    expect(rows).toHaveLength(7);
    const capacity = rows.find(({ after }) => Object.keys(after as object)[0] === "capacity");
    expect(capacity).toMatchObject({
      ...{ deed: "change service", noun: "service", personId: asEditor.actor.id },
      before: { capacity: { capacity: "open", waitWeeks: null, capacityNote: "" } },
      after: { capacity: wanted.capacity },
    });
    expect(await jobs(ctx)).toContain(service.id);
    const [row] = await ctx.db.select().from(services).where(eq(services.id, service.id));
    expect(row?.capacitySetAt).toEqual(ctx.now);
  });

  test("saving what stands there already records nothing", async ({ ctx }) => {
    const { slug, service, asEditor } = await aService(ctx);
    await save(asEditor, slug, "contact", {});
    expect(await changesOf(ctx, service.id)).toEqual([]);
  });

  test("does not confirm the record", async ({ ctx }) => {
    const { slug, asEditor } = await aService(ctx);
    await save(asEditor, slug, "capacity", { capacity: "full" });
    expect((await findServiceRecord(asEditor, slug)).confirmedOn).toBeNull();
  });

  test("is not there for outsiders, nor when archived", async ({ ctx }) => {
    const { slug, service, asEditor, asOutsider } = await aService(ctx);
    const value: SectionValue = { section: "cost", fields: { costs: [] } };
    await expect(saveSection(asOutsider, slug, value, "")).rejects.toThrow(NotFound);
    await expect(saveSection(ctx, slug, value, "")).rejects.toThrow(NotFound);
    await expect(saveSection(asEditor, "no-such", value, "")).rejects.toThrow(NotFound);
    await ctx.db
      .update(services)
      .set({ state: "archived", archivedAt: ctx.now })
      .where(eq(services.id, service.id));
    await expect(save(asEditor, slug, "cost", { costs: [] })).rejects.toThrow(NotFound);
  });

  test("refuses topics, places and areas that we do not know", async ({ ctx }) => {
    const { slug, asEditor } = await aService(ctx);
    const elsewhere = await makeVenue(ctx, { organisationId: (await makeOrganisation(ctx)).id });
    await expect(save(asEditor, slug, "basics", { topics: ["no-such"] })).rejects.toThrow(Invalid);
    await expect(save(asEditor, slug, "where", { areas: ["no-such"] })).rejects.toThrow(Invalid);
    await expect(save(asEditor, slug, "where", { venues: [{ id: elsewhere.id, note: "" }] })).rejects.toThrow(
      Invalid,
    );
  });
});

describe("what must not be lost or told", () => {
  test("a venue that stays keeps its hours; one that goes takes them along", async ({ ctx }) => {
    const { slug, organisation, asEditor } = await aService(ctx);
    const wanted = await everything(ctx, organisation.id);
    await save(asEditor, slug, "where", wanted.where);
    await save(asEditor, slug, "when", wanted.when);
    const [chapel, hall] = wanted.where.venues;
    await save(asEditor, slug, "where", { venues: [{ id: hall?.id ?? "", note: "New door" }] });
    expect((await findServiceRecord(asEditor, slug)).record.when.hours).toHaveLength(2);
    await save(asEditor, slug, "where", { venues: [{ id: chapel?.id ?? "", note: "" }] });
    expect((await findServiceRecord(asEditor, slug)).record.when.hours.map(({ at }) => at)).toEqual([null]);
    await expect(save(asEditor, slug, "when", wanted.when)).rejects.toThrow(Invalid);
  });

  test("a private number of a public contact stays private", async ({ ctx }) => {
    const { slug, service, asEditor } = await aService(ctx);
    const [made] = await ctx.db.insert(contacts).values({ serviceId: service.id, name: "Ona" }).returning();
    await ctx.db.insert(phones).values({ contactId: made?.id, number: "01632 960009", isPublic: false });
    await save(asEditor, slug, "contact", {});
    const rows = await ctx.db.select().from(phones).where(eq(phones.number, "01632 960009"));
    expect(rows.map(({ isPublic }) => isPublic)).toEqual([false]);
  });

  test("a phone keeps what the form does not ask", async ({ ctx }) => {
    const { slug, service, asEditor } = await aService(ctx);
    await ctx.db.insert(phones).values({ serviceId: service.id, number: "01632 960001", type: "text" });
    const { record } = await findServiceRecord(asEditor, slug);
    const [phone] = record.contact.phones;
    if (!phone) throw new Error("There is no phone");
    await save(asEditor, slug, "contact", { phones: [{ ...phone, description: "Texts only" }] });
    const [row] = await ctx.db.select().from(phones).where(eq(phones.serviceId, service.id));
    expect(row).toMatchObject({ type: "text", description: "Texts only" });
  });
});

describe("the places it reaches", () => {
  test("follow its venues and areas, and without them its organisation", async ({ ctx }) => {
    const { slug, service, organisation, asEditor } = await aService(ctx);
    const [norwich, north] = [await makePlace(ctx), await makePlace(ctx)];
    const hall = await makeVenue(ctx, { organisationId: organisation.id, placeId: norwich.id });
    const [area] = await ctx.db
      .insert(footprints)
      .values({ slug: "north", name: "North Norfolk", kind: "place" })
      .returning();
    await ctx.db.insert(footprintPlaces).values({ footprintId: area?.id ?? "", placeId: north.id });
    const reached = async () => {
      const rows = await ctx.db.select().from(servicePlaces).where(eq(servicePlaces.serviceId, service.id));
      return rows.map(({ placeId }) => placeId).toSorted();
    };
    await save(asEditor, slug, "where", { venues: [{ id: hall.id, note: "" }], areas: ["north"] });
    expect(await reached()).toEqual([norwich.id, north.id].toSorted());
    const [row] = await ctx.db.select().from(serviceAreas).where(eq(serviceAreas.serviceId, service.id));
    expect(row).toMatchObject({ name: "North Norfolk", placeId: north.id });
    await save(asEditor, slug, "where", { venues: [], areas: [] });
    expect(await reached()).toEqual([]);
    await ctx.db.execute(sql`update organisations set is_system_wide = true where id = ${organisation.id}`);
    await save(asEditor, slug, "where", { isOnline: false });
    expect(await reached()).toEqual([norwich.id, north.id].toSorted());
  });
});

describe("two who edit at once", () => {
  test("the second sees both versions, and saves over them knowingly", async ({ ctx }) => {
    const { slug, asEditor } = await aService(ctx);
    const { record } = await findServiceRecord(asEditor, slug);
    const seen = seenOf(record["who-for"]);
    const fields = (eligibility: string) => ({
      section: "who-for" as const,
      fields: { ...record["who-for"], eligibility },
    });
    await saveSection(asEditor, slug, fields("First"), seen);
    const second = saveSection(asEditor, slug, fields("Second"), seen);
    await expect(second).rejects.toThrow(Conflict);
    const refused = await second.catch((error: Conflict) => error);
    if (!(refused instanceof Conflict)) throw new Error("It was not refused");
    expect(refused.versions).toMatchObject({
      mine: { eligibility: "Second" },
      theirs: { eligibility: "First" },
    });
    await saveSection(asEditor, slug, fields("Second"), seenOf(refused.versions?.theirs as object));
    expect((await findServiceRecord(asEditor, slug)).record["who-for"].eligibility).toBe("Second");
  });

  test("different sections never get in each other's way", async ({ ctx }) => {
    const { slug, asEditor } = await aService(ctx);
    const { record } = await findServiceRecord(asEditor, slug);
    await save(asEditor, slug, "capacity", { capacity: "full" });
    const value: SectionValue = {
      section: "contact",
      fields: { ...record.contact, email: "new@example.org" },
    };
    await expect(saveSection(asEditor, slug, value, seenOf(record.contact))).resolves.toEqual({
      isWaiting: false,
    });
  });
});

describe("another name for a published service", () => {
  const open = (ctx: Ctx, id: string) => ctx.db.select().from(cases).where(eq(cases.recordId, id));

  test("waits where the organisation is not trusted; all else is saved", async ({ ctx }) => {
    const { slug, service, asEditor } = await aService(ctx);
    const saved = await save(asEditor, slug, "basics", { name: "Supper club", summary: "A hot supper." });
    expect(saved).toEqual({ isWaiting: true });
    expect((await findServiceRecord(asEditor, slug)).record.basics).toMatchObject({
      ...{ name: "Community lunch", summary: "A hot supper." },
    });
    expect(await open(ctx, service.id)).toMatchObject([
      { kind: "change", state: "open", details: { section: "basics", after: { name: "Supper club" } } },
    ]);
  });

  test("a later name takes the place of the one that waits", async ({ ctx }) => {
    const { slug, service, asEditor } = await aService(ctx);
    await save(asEditor, slug, "basics", { name: "Supper club" });
    await save(asEditor, slug, "basics", { name: "Supper club" });
    await save(asEditor, slug, "basics", { name: "Supper and song" });
    const rows = await open(ctx, service.id);
    expect(rows.map(({ state }) => state).toSorted()).toEqual(["open", "withdrawn"]);
    expect(rows.find(({ state }) => state === "open")?.title).toContain("Supper and song");
  });

  test.for([
    ["a trusted organisation", { organisation: { isTrusted: true } }],
    ["a draft", { state: "draft" as const }],
  ] as const)("is written at once for %s", async ([, over], { ctx }) => {
    const { slug, asEditor } = await aService(ctx, over);
    expect(await save(asEditor, slug, "basics", { name: "Supper club" })).toEqual({ isWaiting: false });
    expect((await findServiceRecord(asEditor, slug)).name).toBe("Supper club");
  });
});

describe("beginning a service", () => {
  test("makes a draft with an address of its own, whatever its name", async ({ ctx }) => {
    const { organisation, asEditor } = await aService(ctx);
    const begin = (name: string) =>
      beginService(asEditor, organisation.slug, { name, summary: "What it is." });
    const slugs = [];
    for (const name of ["Tŷ’r Gân", "Tyr Gan", "Žolinė", "日本", "日本"])
      slugs.push((await begin(name)).slug);
    expect(slugs).toEqual(["tyr-gan", "tyr-gan-2", "zoline", "service", "service-2"]);
    const { id, state, publishedAt } = await findServiceRecord(asEditor, "zoline");
    expect({ state, publishedAt }).toEqual({ state: "draft", publishedAt: null });
    expect(await changesOf(ctx, id)).toMatchObject([
      { deed: "begin service", after: { basics: { name: "Žolinė" } } },
    ]);
  });

  test("is refused for outsiders, and for an organisation that is archived", async ({ ctx }) => {
    const { organisation, asEditor, asOutsider } = await aService(ctx);
    const input = { name: "Lunch", summary: "Lunch." };
    await expect(beginService(asOutsider, organisation.slug, input)).rejects.toThrow(NotFound);
    await ctx.db.execute(
      sql`update organisations set state = 'archived', archived_at = now() where id = ${organisation.id}`,
    );
    await expect(beginService(asEditor, organisation.slug, input)).rejects.toThrow(NotFound);
  });

  test("a copy says the same as a draft, but for how much room there is", async ({ ctx }) => {
    const { slug, organisation, asEditor, asOutsider } = await aService(ctx, {
      organisation: { isTrusted: true },
    });
    const wanted = await everything(ctx, organisation.id);
    for (const section of Object.keys(wanted) as RecordSection[])
      await save(asEditor, slug, section, wanted[section]);
    await expect(copyService(asOutsider, slug)).rejects.toThrow(NotFound);
    const copy = await findServiceRecord(asEditor, (await copyService(asEditor, slug)).slug);
    expect(copy.state).toBe("draft");
    expect(copy.record).toEqual({
      ...wanted,
      basics: { ...wanted.basics, name: "Lunch and company (copy)" },
      capacity: { capacity: "open", waitWeeks: null, capacityNote: "" },
    });
  });
});
