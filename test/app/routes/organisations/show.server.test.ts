import { expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import { writeSection } from "#app/domain/organisations/record/write-record.server.ts";
import { loader } from "#app/routes/organisations/show.tsx";
import { phones } from "#db/schema/contacts.ts";
import { formerNames, organisationIdentifiers, organisationSlugs } from "#db/schema/organisations.ts";
import { makeTimed } from "#test/factories/events.ts";
import { makeMember } from "#test/factories/groups.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { makeOpportunity } from "#test/factories/opportunities.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeService } from "#test/factories/services.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

const show = async (ctx: Ctx, slug: string) =>
  loader(await knock(ctx, `/organisations/${slug}`, { params: { slug } }));

test("tells what an organisation is, does, offers and where it has a voice", async ({ ctx }) => {
  const whole = await makeOrganisation(ctx, { name: "Age Well", slug: "age-well" });
  const { id, slug } = await makeOrganisation(ctx, { name: "Age Well Norwich", branchOfId: whole.id });
  await ctx.db
    .insert(organisationIdentifiers)
    .values({ organisationId: id, scheme: "GB-CHC", identifier: "1234567" });
  await ctx.db.insert(formerNames).values({ organisationId: id, name: "Old Friends", until: "2020-04-01" });
  await makeService(ctx, { organisationId: id, name: "Lunch" });
  await makeService(ctx, { organisationId: id, name: "Secret plan", state: "draft" });
  await makeOpportunity(ctx, { organisationId: id, title: "Driver" });
  await makeTimed(ctx, "2026-05-01T09:00:00Z", "2026-05-01T10:00:00Z", { event: { organisationId: id } });
  const group = await makeGroup(ctx);
  await makeMember(ctx, group.id, id);
  const told = await show(ctx, slug);
  expect(told.organisation).toMatchObject({
    branchOf: { slug: "age-well", name: "Age Well" },
    identifiers: [{ scheme: "GB-CHC", identifier: "1234567" }],
    formerNames: [{ name: "Old Friends", until: "2020-04-01" }],
  });
  expect(told.services.map(({ name }) => name)).toEqual(["Lunch"]);
  expect(told.opportunities.map(({ title }) => title)).toEqual(["Driver"]);
  expect(told.events).toHaveLength(1);
  expect(told.groups.map((one) => one.slug)).toEqual([group.slug]);
  expect((await show(ctx, "age-well")).organisation.branches).toEqual([{ slug, name: "Age Well Norwich" }]);
});

test("leads on from an old address", async ({ ctx }) => {
  const { id, slug } = await makeOrganisation(ctx);
  await ctx.db.insert(organisationSlugs).values({ slug: "once-called-this", organisationId: id });
  const answer = await answerOf(show(ctx, "once-called-this"));
  expect(answer.status).toBe(301);
  expect(answer.headers.get("location")).toBe(`/organisations/${slug}`);
});

test("is not there while it is a draft, gone or unknown", async ({ ctx }) => {
  const draft = await makeOrganisation(ctx, { state: "draft" });
  const gone = await makeOrganisation(ctx, { state: "archived" });
  await ctx.db.insert(organisationSlugs).values({ slug: "old-and-gone", organisationId: gone.id });
  for (const slug of [draft.slug, gone.slug, "old-and-gone", "nobody", "\u0000"]) {
    expect((await answerOf(show(ctx, slug))).status).toBe(404);
  }
});

test("keeps numbers for partners from visitors", async ({ ctx }) => {
  const { id, slug } = await makeOrganisation(ctx);
  await ctx.db.insert(phones).values([
    { organisationId: id, number: "01632 960011" },
    { organisationId: id, number: "01632 960012", isPublic: false },
  ]);
  const { organisation } = await show(ctx, slug);
  expect(organisation.phones.map(({ number }) => number)).toEqual(["01632 960011"]);
});

test("keeps an e-mail address for partners and a hidden address from visitors", async ({ ctx }) => {
  const over = { email: "chair@example.org", emailIsPublic: false, addressIsHidden: true };
  const { id, slug } = await makeOrganisation(ctx, over);
  const { contact } = await readRecord(ctx, id);
  const address = { line: "1 The Street", town: "Diss", county: "", postcode: "IP22 4AA" };
  await writeSection(ctx, id, "contact", { ...contact, address });
  expect((await show(ctx, slug)).organisation).toMatchObject({ email: null, address: null });
  await writeSection(ctx, id, "contact", {
    ...contact,
    address,
    emailIsPublic: true,
    addressIsHidden: false,
  });
  expect((await show(ctx, slug)).organisation).toMatchObject({ email: "chair@example.org", address });
});
