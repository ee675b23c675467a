import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { loader as exportAll } from "#app/routes/team/export.ts";
import { loader as template } from "#app/routes/team/import-template.ts";
import { loader } from "#app/routes/team/organisations.tsx";
import { roleGrants } from "#db/schema/accounts.ts";
import type { Role } from "#db/vocabulary.ts";
import { makePerson } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

async function holder(ctx: Ctx, role: Role) {
  const { id } = await makePerson(ctx, [[role, null]]);
  const grantedAt = new Date(ctx.now.getTime() - 60_000);
  await ctx.db.insert(roleGrants).values({ personId: id, role, grantedAt });
  return id;
}

const listed = async (ctx: Ctx, query: Record<string, string> = {}) => {
  const as = await holder(ctx, "administrator");
  const address = `/team/organisations?${new URLSearchParams(query)}`;
  const { organisations } = await loader(await knock(ctx, address, { as }));
  return organisations.map(({ name }) => name);
};

describe("the team's list", () => {
  test("holds every state, and narrows by state, name, staleness and who keeps it", async ({ ctx }) => {
    await makeOrganisation(ctx, { name: "Alive", confirmedOn: "2026-04-01" });
    await makeOrganisation(ctx, { name: "Drafted", state: "draft" });
    await makeOrganisation(ctx, { name: "Gone", state: "archived", archivedAt: ctx.now });
    const kept = await makeOrganisation(ctx, { name: "Kept long ago", confirmedOn: "2024-01-01" });
    const owner = await makePerson(ctx, []);
    await ctx.db
      .insert(roleGrants)
      .values({ personId: owner.id, role: "organisation-owner", scopeId: kept.id });
    expect(await listed(ctx)).toEqual(["Alive", "Drafted", "Gone", "Kept long ago"]);
    expect(await listed(ctx, { state: "draft" })).toEqual(["Drafted"]);
    expect(await listed(ctx, { show: "stale" })).toEqual(["Kept long ago"]);
    expect(await listed(ctx, { show: "no-owner" })).toEqual(["Alive", "Drafted"]);
    expect(await listed(ctx, { q: "LONG" })).toEqual(["Kept long ago"]);
  });

  test("is the team's alone; partners may export, others not", async ({ ctx }) => {
    const partner = await holder(ctx, "icb-staff");
    const nobody = (await makePerson(ctx, [])).id;
    const status = async (door: typeof exportAll | typeof template | typeof loader, as: string) =>
      (await answerOf(door(await knock(ctx, "/team/x", { as })) as Promise<unknown>)).status;
    expect(await status(loader, partner)).toBe(404);
    expect(await status(template, partner)).toBe(404);
    expect(await status(exportAll, partner)).toBe(200);
    expect(await status(exportAll, nobody)).toBe(404);
  });
});

test("the export is a file that nobody on the way keeps", async ({ ctx }) => {
  await makeOrganisation(ctx, { name: "Gwŷr Norwich" });
  const as = await holder(ctx, "administrator");
  const answer = await answerOf(exportAll(await knock(ctx, "/team/organisations/export.csv", { as })));
  expect(answer.headers.get("content-disposition")).toBe(
    'attachment; filename="organisations-2026-04-14.csv"',
  );
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toContain("Gwŷr Norwich");
});
