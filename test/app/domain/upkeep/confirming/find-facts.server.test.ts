import { expect } from "vitest";
import { findReviewed } from "#app/domain/upkeep/confirming/find-due.server.ts";
import { withFacts } from "#app/domain/upkeep/confirming/find-facts.server.ts";
import { contacts, phones } from "#db/schema/contacts.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeService } from "#test/factories/services.ts";
import { test } from "#test/setup/context.ts";

test("whoever confirms sees how to get in touch, of a service too, but nothing that is for partners", async ({
  ctx,
}) => {
  const { id: organisationId, slug } = await makeOrganisation(ctx, { confirmedOn: "2025-10-01" });
  const own = { organisationId, confirmedOn: "2025-10-10", email: "lunch@example.org" };
  const service = await makeService(ctx, own);
  const [desk] = await ctx.db
    .insert(contacts)
    .values({ organisationId, name: "General enquiries" })
    .returning();
  await ctx.db.insert(phones).values([
    { contactId: desk?.id ?? null, number: "01632 960146" },
    { serviceId: service.id, number: "01632 960147", description: "Kitchen" },
    { serviceId: service.id, number: "01632 960999", isPublic: false },
  ]);
  const [itself, its] = await withFacts(ctx, await findReviewed(ctx, { organisationIds: [organisationId] }));
  expect(itself?.page).toBe(`/organisations/${slug}`);
  expect(itself?.facts).toContainEqual({ label: "Contacts", value: "General enquiries, 01632 960146" });
  expect(its?.facts).toContainEqual({ label: "Phone", value: "Kitchen 01632 960147" });
  expect(its?.facts).toContainEqual({ label: "E-mail", value: "lunch@example.org" });
});
