import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { issueConfirmLink } from "#app/domain/upkeep/confirming/confirm-link.server.ts";
import { action, headers, loader } from "#app/routes/upkeep/confirm.tsx";
import { changes, tokens } from "#db/schema/accounts.ts";
import { organisations } from "#db/schema/organisations.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

const email = "office@example.org";

async function makeLink(ctx: Ctx) {
  const { id } = await makeOrganisation(ctx, { confirmedOn: "2025-10-01", email });
  return { id, token: await issueConfirmLink(ctx, { recordId: id, personId: null, email }) };
}

const confirmedOn = async ({ db }: Ctx, id: string) =>
  (await db.select().from(organisations).where(eq(organisations.id, id)))[0]?.confirmedOn;

describe("the page behind a mailed link", () => {
  test("changes nothing by being opened, however often", async ({ ctx }) => {
    const { id, token } = await makeLink(ctx);
    for (let time = 0; time < 3; time += 1) {
      const found = await loader(await knock(ctx, `/confirm/${token}`, { params: { token } }));
      expect(found).toMatchObject({ isOpen: true, records: [{ id }] });
    }
    expect(await confirmedOn(ctx, id)).toBe("2025-10-01");
    expect(await ctx.db.select().from(changes)).toEqual([]);
    const [row] = await ctx.db.select().from(tokens);
    expect(row?.usedAt).toBe(null);
  });

  test("confirms when its button is pressed, and a second press says that it is used", async ({ ctx }) => {
    const { id, token } = await makeLink(ctx);
    const press = async () =>
      answerOf(action(await knock(ctx, `/confirm/${token}`, { params: { token }, form: { records: id } })));
    const first = await press();
    expect(first.status).toBe(302);
    expect(first.headers.get("location")).toBe(`/confirm/${token}?did=confirm`);
    expect(await confirmedOn(ctx, id)).toBe("2026-04-14");
    expect((await press()).status).toBe(422);
  });

  test("asks for something ticked", async ({ ctx }) => {
    const { id, token } = await makeLink(ctx);
    const args = await knock(ctx, `/confirm/${token}`, { params: { token }, form: { other: "x" } });
    const answer = await answerOf(action(args));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: { records: "Choose what is still right" } });
    expect(await confirmedOn(ctx, id)).toBe("2025-10-01");
  });

  test("is kept by nobody, and a guess finds nothing", async ({ ctx }) => {
    expect(headers()).toEqual({ "Cache-Control": "private, no-store" });
    const args = await knock(ctx, "/confirm/guess", { params: { token: "guess" } });
    expect((await answerOf(loader(args))).status).toBe(404);
  });

  test("keeps no secret at rest", async ({ ctx }) => {
    const { token } = await makeLink(ctx);
    const [row] = await ctx.db.select().from(tokens);
    expect(JSON.stringify(row)).not.toContain(token);
  });
});
