import { describe, expect } from "vitest";
import { loader as queue } from "#app/routes/cases/index.tsx";
import { loader } from "#app/routes/cases/show.tsx";
import { as, makeAccount } from "#test/factories/accounts.ts";
import { makeCase, makeNetwork } from "#test/factories/cases.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

describe("the queue of cases", () => {
  test("is empty for somebody who handles nothing, not forbidden", async ({ ctx }) => {
    await makeCase(ctx);
    const nobody = await makeAccount(ctx);
    const found = await queue(await knock(ctx, "/cases", { as: nobody.id }));
    expect(found).toMatchObject({ cases: [], counts: [], total: 0 });
  });

  test("sends a visitor to sign in, and back", async ({ ctx }) => {
    const answer = await answerOf(queue(await knock(ctx, "/cases")));
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe("/sign-in?next=%2Fcases");
  });

  test("refuses a query that it cannot read", async ({ ctx }) => {
    const { id } = await makeAccount(ctx);
    expect((await answerOf(queue(await knock(ctx, "/cases?kind=nonsense", { as: id })))).status).toBe(422);
  });
});

describe("a case's page", () => {
  test("offers what can be done with it", async ({ ctx }) => {
    const { group, lead } = await makeNetwork(ctx);
    const { id } = await makeCase(ctx, { level: "lead", groupId: group.id });
    if (!lead) throw new Error("The network has no lead");
    const inside = as(ctx, lead);
    const found = await loader(await knock(inside, `/cases/${id}`, { params: { id }, as: lead.id }));
    expect(found.may).toEqual({
      decide: true,
      approve: false,
      decline: true,
      ask: false,
      vouch: false,
      climb: true,
    });
    expect(found.preview.lines).toContainEqual({ label: "In their words", value: "The door was shut." });
  });

  test("is not there for anybody else", async ({ ctx }) => {
    const { id } = await makeCase(ctx);
    const nobody = await makeAccount(ctx);
    const args = await knock(ctx, `/cases/${id}`, { params: { id }, as: nobody.id });
    expect((await answerOf(loader(args))).status).toBe(404);
  });
});
