import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import { emptyRecord } from "#app/domain/organisations/record/record.ts";
import { writeRecord, writeSection } from "#app/domain/organisations/record/write-record.server.ts";
import { organisationIdentifiers, organisationSlugs } from "#db/schema/organisations.ts";
import { makePlace } from "#test/factories/meetings.ts";
import { makeDistrict, makeOrganisation } from "#test/factories/organisations.ts";
import { makeTopic } from "#test/factories/services.ts";
import { test } from "#test/setup/context.ts";

async function fullRecord(ctx: Ctx) {
  const [place, district, topic] = [await makePlace(ctx), await makeDistrict(ctx), await makeTopic(ctx)];
  const record = emptyRecord("Tŷ’r Gân", "community-group");
  return {
    ...record,
    names: { ...record.names, formerNames: [{ name: "Lunch club", until: "2019-03-31" }] },
    about: { description: "We sing.", helps: "Anybody", website: null, topics: [topic.slug] },
    numbers: { identifiers: [{ scheme: "GB-CHC" as const, identifier: "1234567" }] },
    where: { places: [place.slug], districts: [district.slug], isSystemWide: false, worksOnline: true },
    contact: {
      email: "hello@example.org",
      emailIsPublic: false,
      phones: [{ number: "01632 960001", extension: null, description: "mornings", isPublic: false }],
      contacts: [{ name: "Amina Okafor", title: null, email: null, phone: "01632 960003", isPublic: false }],
      address: { line: "1 Magdalen Street", town: "Norwich", county: "Norfolk", postcode: "NR3 1AA" },
      addressIsHidden: true,
    },
  };
}

describe("a record", () => {
  test("is read as it was written, and written again without change", async ({ ctx }) => {
    const record = await fullRecord(ctx);
    const { id, slug } = await writeRecord(ctx, null, record);
    expect(slug).toBe("tyr-gan");
    expect(await readRecord(ctx, id)).toEqual(record);
    await writeRecord(ctx, id, record);
    expect(await readRecord(ctx, id)).toEqual(record);
  });

  test("loses what is taken out of a section, and nothing of the others", async ({ ctx }) => {
    const record = await fullRecord(ctx);
    const { id } = await writeRecord(ctx, null, record);
    const { contact } = emptyRecord("x", "charity");
    await writeSection(ctx, id, "contact", contact);
    expect(await readRecord(ctx, id)).toEqual({ ...record, contact });
  });

  test("keeps what a register answered of a number that stays", async ({ ctx }) => {
    const record = await fullRecord(ctx);
    const { id } = await writeRecord(ctx, null, record);
    await ctx.db.update(organisationIdentifiers).set({ answer: "found" });
    const identifiers = [
      ...record.numbers.identifiers,
      { scheme: "GB-COH" as const, identifier: "01234567" },
    ];
    await writeSection(ctx, id, "numbers", { identifiers });
    const rows = await ctx.db.select().from(organisationIdentifiers);
    expect(rows.map(({ answer }) => answer).toSorted()).toEqual(["found", "not-checked"]);
  });

  test("gets an address of its own, never one that led elsewhere", async ({ ctx }) => {
    const other = await makeOrganisation(ctx, { slug: "lunch-club" });
    await ctx.db.insert(organisationSlugs).values({ slug: "lunch-club-2", organisationId: other.id });
    const { slug } = await writeRecord(ctx, null, emptyRecord("Lunch club", "community-group"));
    expect(slug).toBe("lunch-club-3");
  });

  test("names only places that we have", async ({ ctx }) => {
    const { id } = await makeOrganisation(ctx);
    const { where } = emptyRecord("x", "charity");
    const writing = writeSection(ctx, id, "where", { ...where, places: ["atlantis"] });
    await expect(writing).rejects.toThrow(Invalid);
  });
});
