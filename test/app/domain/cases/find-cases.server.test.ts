import { describe, expect } from "vitest";
import { findCase } from "#app/domain/cases/find-case.server.ts";
import { countOpenCases, findCases } from "#app/domain/cases/find-cases.server.ts";
import { mayHandleCase } from "#app/domain/cases/policy.ts";
import type { Actor, Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import { makeAdministrator, makeCase, makeLead, makeNetwork, makeOwner } from "#test/factories/cases.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";

const open = { show: "open", kind: undefined, page: 1 } as const;

async function everybody(ctx: Ctx, organisationId: string, groupId: string): Promise<Actor[]> {
  return [
    { kind: "visitor" },
    { kind: "job", name: "test" },
    await makeAccount(ctx),
    await makeAdministrator(ctx),
    await makeLead(ctx, groupId),
    await makeOwner(ctx, organisationId),
    await makeAccount(ctx, { roles: [["organisation-editor", organisationId]] }),
    await makeAccount(ctx, {
      roles: [
        ["group-lead", groupId],
        ["organisation-owner", organisationId],
      ],
    }),
    await makeAccount(ctx, { roles: [["icb-staff", null]] }),
  ];
}

test("everybody's queue holds what policy says, and nothing else can be opened", async ({ ctx }) => {
  const { group } = await makeNetwork(ctx);
  const { id: organisationId } = await makeOrganisation(ctx);
  const actors = await everybody(ctx, organisationId, group.id);
  const made = [];
  for (const level of ["owner", "lead", "team"] as const) {
    for (const kind of ["report", "change", "stale", "registration"] as const) {
      for (const raiser of [null, actors[4], actors[5]]) {
        const personId = raiser?.kind === "person" ? raiser.id : null;
        made.push(await makeCase(ctx, { level, kind, organisationId, groupId: group.id, personId }));
      }
      const [lead] = actors.filter(
        (actor) => actor.kind === "person" && actor.roles[0]?.role === "group-lead",
      );
      const fromEmail = lead?.kind === "person" ? lead.email.toUpperCase() : null;
      made.push(await makeCase(ctx, { level, kind, organisationId, groupId: group.id, fromEmail }));
    }
  }
  for (const actor of actors) {
    const inside = { ...ctx, actor };
    const may = made.filter((one) => mayHandleCase(actor, one)).map(({ id }) => id);
    const [first, second] = [await findCases(inside, open), await findCases(inside, { ...open, page: 2 })];
    const found = [...first.cases, ...second.cases].map(({ id }) => id);
    expect(found.toSorted()).toEqual(may.toSorted());
    expect(await countOpenCases(inside)).toBe(may.length);
    for (const { id } of made) {
      if (may.includes(id)) expect((await findCase(inside, id)).id).toBe(id);
      else await expect(findCase(inside, id)).rejects.toThrow(NotFound);
    }
  }
});

describe("the queue", () => {
  const team = { kind: "job", name: "test" } as const;

  test("goes kind by kind, the oldest first, with counts", async ({ ctx }) => {
    const at = (day: string) => new Date(`${day}T09:00:00Z`);
    await makeCase(ctx, { title: "Report", createdAt: at("2026-04-01") });
    await makeCase(ctx, { title: "Later", kind: "registration", createdAt: at("2026-04-03") });
    await makeCase(ctx, { title: "Sooner", kind: "registration", createdAt: at("2026-04-02") });
    const decided = { state: "declined", decidedAt: ctx.now } as const;
    await makeCase(ctx, { title: "Over", kind: "claim", ...decided });
    const { cases, counts, total, pages } = await findCases({ ...ctx, actor: team }, open);
    expect(cases.map(({ title }) => title)).toEqual(["Sooner", "Later", "Report"]);
    expect(counts).toEqual([
      { kind: "registration", cases: 2 },
      { kind: "report", cases: 1 },
    ]);
    expect({ total, pages }).toEqual({ total: 3, pages: 1 });
  });

  test("shows what was decided, and one kind alone", async ({ ctx }) => {
    await makeCase(ctx, { title: "Report" });
    await makeCase(ctx, { title: "Over", kind: "claim", state: "declined", decidedAt: ctx.now });
    const titles = async (filter: object) =>
      (await findCases({ ...ctx, actor: team }, { ...open, ...filter })).cases.map(({ title }) => title);
    expect(await titles({ show: "decided" })).toEqual(["Over"]);
    expect(await titles({ kind: "report" })).toEqual(["Report"]);
    expect(await titles({ kind: "claim" })).toEqual([]);
  });

  test("turns its pages", async ({ ctx }) => {
    for (let n = 0; n < 31; n += 1) await makeCase(ctx, { title: `Report ${n}` });
    const page = await findCases({ ...ctx, actor: team }, { ...open, page: 2 });
    expect(page).toMatchObject({ total: 31, pages: 2 });
    expect(page.cases).toHaveLength(1);
  });
});

test("an id that is none of ours is not found", async ({ ctx }) => {
  const inside: Ctx = { ...ctx, actor: { kind: "job", name: "test" } };
  await expect(findCase(inside, "nonsense")).rejects.toThrow(NotFound);
});
