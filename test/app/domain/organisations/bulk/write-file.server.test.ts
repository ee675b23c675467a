import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { findCase } from "#app/domain/cases/find-case.server.ts";
import type { Actor, Ctx } from "#app/domain/context.ts";
import { NotAllowed } from "#app/domain/errors.ts";
import { checkFile } from "#app/domain/organisations/bulk/checking/check-file.server.ts";
import { exportOrganisations } from "#app/domain/organisations/bulk/export.server.ts";
import { templateCsv } from "#app/domain/organisations/bulk/file/template.ts";
import { reportOf } from "#app/domain/organisations/bulk/report.ts";
import { writeFile } from "#app/domain/organisations/bulk/writing/write-file.server.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import { emptyRecord } from "#app/domain/organisations/record/record.ts";
import { writeRecord } from "#app/domain/organisations/record/write-record.server.ts";
import { findPreview } from "#app/domain/upkeep/deciding/find-preview.server.ts";
import { loadDemo } from "#db/demo/load.server.ts";
import { changes } from "#db/schema/accounts.ts";
import { organisationIdentifiers, organisations } from "#db/schema/organisations.ts";
import { makeCase } from "#test/factories/cases.ts";
import { makePerson, makePlace } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeRegisterEntry } from "#test/factories/registers.ts";
import { test as base, NOW, testContext } from "#test/setup/context.ts";

const job: Actor = { kind: "job", name: "test" };
const test = testContext({ actor: job });
const all = { which: "all" as const, rows: "" };

const write = (ctx: Ctx, text: string, chosen: Parameters<typeof writeFile>[1]["chosen"] = all) =>
  writeFile(ctx, { text, chosen });
const report = async (ctx: Ctx, text: string) => reportOf(await checkFile(ctx, text), "UTF-8");
const named = async (ctx: Ctx) =>
  (await ctx.db.select({ name: organisations.name }).from(organisations)).map(({ name }) => name).toSorted();

describe("new organisations", () => {
  const text = `name,kind,places,former names,charity number,phone,phone 1 is public,contact 1 name,contact 1 phone,address,town,postcode
Côr Cymry,Charity,Norwich,Old Choir (until 2019-03-31),1234567,01632 960001,no,Rosa,01632 960002,1 High Street,Norwich,nr3 1ab
Lunch Club,community group,,,,,,,,,,
Lunch Club,community group,,,,,,,,,,
`;

  test("are written whole, live, each with an address of its own and a record", async ({ ctx }) => {
    await makePlace(ctx, { slug: "norwich", name: "Norwich" });
    expect(await write(ctx, text)).toEqual({ added: 3, changed: 0, same: 0, left: 0 });
    const rows = await ctx.db.select().from(organisations).orderBy(organisations.slug);
    expect(rows.map(({ slug, state }) => `${slug} ${state}`)).toEqual([
      ...["cor-cymry live", "lunch-club live", "lunch-club-2 live"],
    ]);
    expect(await readRecord(ctx, rows[0]?.id ?? "")).toMatchObject({
      names: { formerNames: [{ name: "Old Choir", until: "2019-03-31" }] },
      numbers: { identifiers: [{ scheme: "GB-CHC", identifier: "1234567" }] },
      where: { places: ["norwich"] },
      contact: {
        phones: [{ number: "01632 960001", isPublic: false }],
        contacts: [{ name: "Rosa", phone: "01632 960002", isPublic: false }],
        address: { line: "1 High Street", town: "Norwich", postcode: "NR3 1AB" },
      },
    });
    const recorded = await ctx.db.select().from(changes).where(eq(changes.deed, "import organisation"));
    expect(recorded.map(({ nounId }) => nounId).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  });

  test("are looked up in the register's extract, where there is one", async ({ ctx }) => {
    await makePlace(ctx, { slug: "norwich", name: "Norwich" });
    await makeRegisterEntry(ctx, { name: "COR CYMRY" });
    await write(ctx, text);
    expect(await ctx.db.select().from(organisationIdentifiers)).toMatchObject([{ answer: "found" }]);
  });

  test("that may be there already, or twice in the file, are shown first and can be left out", async ({
    ctx,
  }) => {
    await makeOrganisation(ctx, { name: "The Cor Cymry", slug: "cor-cymry" });
    await makePlace(ctx, { slug: "norwich", name: "Norwich" });
    const { likely } = await report(ctx, text);
    expect(likely.map(({ row, others }) => [row, others[0]?.slug ?? others[0]?.row])).toEqual([
      [2, "cor-cymry"],
      [4, 3],
    ]);
    expect(await write(ctx, text, { which: "not-likely", rows: "" })).toMatchObject({ added: 1, left: 2 });
  });

  test("of one number are likely the same, wherever they are", async ({ ctx }) => {
    const numbered = "name,kind,charity number\nOne,Charity,1234567\nOther,Charity,1234567\n";
    const { likely } = await report(ctx, numbered);
    expect(likely).toMatchObject([{ row: 3, others: [{ why: "same number", row: 2 }] }]);
  });
});

describe("faults", () => {
  const text = `name,kind,email,places,charity number,website
,Charity,,,,
Bad one,Chartiy,not an address,Narnia,12,x y
Good one,Charity,,,,
`;

  test("are told cell by cell, each with its row, column, value and reason", async ({ ctx }) => {
    const { faults, counts } = await report(ctx, text);
    expect(faults.map(({ row, column, value }) => `${row} ${column}: ${value}`)).toEqual([
      ...["2 name: ", "3 kind: Chartiy", "3 places: Narnia"],
      ...["3 website: x y", "3 charity number: 12", "3 email: not an address"],
    ]);
    expect(faults.every(({ reason }) => reason.length > 10)).toBe(true);
    expect(counts).toEqual({ add: 1, change: 0, nothing: 0, fault: 2 });
  });

  test("stop only their own rows; rows can be chosen", async ({ ctx }) => {
    expect(await write(ctx, text, { which: "chosen", rows: "2-3" })).toMatchObject({ added: 0, left: 3 });
    expect(await write(ctx, text)).toMatchObject({ added: 1, left: 2 });
    expect(await named(ctx)).toEqual(["Good one"]);
  });
});

describe("organisations that are there", () => {
  async function kept(ctx: Ctx) {
    const record = emptyRecord("Lunch Club", "community-group");
    record.about.description = "Hot meals.";
    record.contact.phones = [{ number: "01632 960001", extension: null, description: "", isPublic: true }];
    return writeRecord(ctx, null, record, "live");
  }

  test("are changed where the file says otherwise; columns left out stay", async ({ ctx }) => {
    const { id, slug } = await kept(ctx);
    const text = `id,description,email\n${id},Hot meals on Tuesdays.,lunch@example.org\n`;
    expect(await write(ctx, text)).toEqual({ added: 0, changed: 1, same: 0, left: 0 });
    expect(await readRecord(ctx, id)).toMatchObject({
      names: { name: "Lunch Club" },
      about: { description: "Hot meals on Tuesdays." },
      contact: { email: "lunch@example.org", phones: [{ number: "01632 960001" }] },
    });
    const [change] = await ctx.db.select().from(changes).where(eq(changes.deed, "import organisation"));
    expect(change).toMatchObject({
      before: { about: { description: "Hot meals." } },
      after: { about: { description: "Hot meals on Tuesdays." } },
    });
    expect(await write(ctx, text.replace("id,", "page address,").replace(id, slug))).toMatchObject({
      same: 1,
    });
  });

  test("keep what a register said of a number that stays", async ({ ctx }) => {
    const { id } = await kept(ctx);
    await ctx.db.insert(organisationIdentifiers).values({
      ...{ organisationId: id, scheme: "GB-CHC" as const, identifier: "1234567" },
      ...{ answer: "found" as const, checkedAt: ctx.now },
    });
    await write(ctx, `id,charity number,company number\n${id},1234567,1234567\n`);
    const rows = await ctx.db.select().from(organisationIdentifiers);
    expect(rows.map(({ scheme, answer }) => `${scheme} ${answer}`).toSorted()).toEqual([
      ...["GB-CHC found", "GB-COH not-checked"],
    ]);
  });

  test("must be there, in the directory, and once in the file", async ({ ctx }) => {
    const { id } = await kept(ctx);
    const draft = await makeOrganisation(ctx, { state: "draft" });
    const text = `id,name,kind\n${id},A,Charity\n${id},B,Charity\n${draft.id},C,Charity\nnobody,D,Charity\n`;
    expect((await report(ctx, text)).faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
      ...["3 id", "4 id", "5 id"],
    ]);
  });
});

describe("a round trip", () => {
  test("of the demonstration changes nothing, to the byte", async ({ ctx }) => {
    await loadDemo(ctx.db, NOW);
    const { csv, count } = await exportOrganisations(ctx);
    const before = (await ctx.db.select().from(changes)).length;
    expect(await write(ctx, csv)).toEqual({ added: 0, changed: 0, same: count, left: 0 });
    expect((await ctx.db.select().from(changes)).length).toBe(before);
    expect((await exportOrganisations(ctx)).csv).toBe(csv);
  });

  test("of awkward words keeps them", async ({ ctx }) => {
    const record = emptyRecord("=SUM(A1), “the” 'club'; \"Tŷ\"", "charity");
    record.names.formerNames = [{ name: "One; two", until: null }];
    record.about.description = '- first\n- second, with "quotes"';
    record.contact.phones = [{ number: "+44 1632 960001", extension: "2", description: "", isPublic: false }];
    const { id } = await writeRecord(ctx, null, record, "live");
    const { csv } = await exportOrganisations(ctx);
    expect(await write(ctx, csv)).toMatchObject({ changed: 0, same: 1 });
    await ctx.db.delete(organisations).where(eq(organisations.id, id));
    const asNew = csv.replace(new RegExp(`^${id},[^,]*,`, "m"), ",,");
    expect(await write(ctx, asNew)).toMatchObject({ added: 1 });
    const [made] = await ctx.db.select().from(organisations);
    expect(await readRecord(ctx, made?.id ?? "")).toEqual(record);
  });

  test("the template reads without a fault once its places are ours", async ({ ctx }) => {
    await loadDemo(ctx.db, NOW);
    const { faults, counts } = await report(ctx, templateCsv());
    expect({ faults, add: counts.add }).toEqual({ faults: [], add: 2 });
  });
});

describe("who may", () => {
  base("read hidden addresses: the team, not its partners", async ({ ctx }) => {
    const record = emptyRecord("Harbour & Haven", "charity");
    record.contact.address = {
      line: "7 Quiet Lane",
      town: "Cromer",
      county: "Norfolk",
      postcode: "NR27 9XX",
    };
    record.contact.addressIsHidden = true;
    const { id } = await writeRecord({ ...ctx, actor: job }, null, record, "live");
    const lead = await makePerson(ctx, [["icb-staff", null]]);
    expect((await exportOrganisations({ ...ctx, actor: job })).csv).toContain("7 Quiet Lane,Cromer");
    const { csv } = await exportOrganisations({ ...ctx, actor: lead });
    expect(csv).toContain("Harbour & Haven");
    expect(csv).not.toMatch(/Quiet Lane|Cromer|NR27/);
    const stale = await makeCase(ctx, {
      kind: "stale",
      organisationId: id,
      details: { dueOn: "2026-04-01" },
    });
    const shown = async (actor: Actor) =>
      JSON.stringify(await findPreview({ ...ctx, actor }, await findCase({ ...ctx, actor: job }, stale.id)));
    expect(await shown(job)).toContain("Quiet Lane");
    expect(await shown(lead)).not.toContain("Quiet Lane");
  });

  base("write: administrators alone; export: partners too", async ({ ctx }) => {
    const rights = [];
    for (const role of ["administrator", "icb-staff", "organisation-editor"] as const) {
      const scope = role === "organisation-editor" ? (await makeOrganisation(ctx)).id : null;
      const inside = { ...ctx, actor: await makePerson(ctx, [[role, scope]]) };
      const may = async (deed: Promise<unknown>) =>
        deed.then(
          () => true,
          (error) => !(error instanceof NotAllowed),
        );
      rights.push([
        role,
        await may(inside.db.transaction(() => write(inside, "name,kind\nA,Charity\n"))),
        await may(inside.db.transaction(() => exportOrganisations(inside))),
      ]);
    }
    expect(rights).toEqual([
      ["administrator", true, true],
      ["icb-staff", false, true],
      ["organisation-editor", false, false],
    ]);
  });
});
