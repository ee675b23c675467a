import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import {
  askToChangeAddress,
  confirmChange,
  findAskedChange,
  refuseChange,
} from "#app/domain/accounts/address/change-address.server.ts";
import { askToVerify, verifyByLink } from "#app/domain/accounts/address/verify-address.server.ts";
import { acceptInvitation } from "#app/domain/accounts/roles/accept-invitation.server.ts";
import { issueToken } from "#app/domain/accounts/tokens.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid } from "#app/domain/errors.ts";
import { people } from "#db/schema/accounts.ts";
import { as, makeAccount } from "#test/factories/accounts.ts";
import { deedsOf, mailsTo, tokenIn } from "#test/factories/accounts-traces.ts";
import { test } from "#test/setup/context.ts";

const to = "zoe@example.org";

/** Somebody who asked to move, with the links that went to both ends. */
async function asked(ctx: Ctx) {
  const person = await makeAccount(ctx);
  await askToChangeAddress(as(ctx, person), { email: ` ${to.toUpperCase()} ` });
  const [old] = await mailsTo(ctx, person.email);
  const [fresh] = await mailsTo(ctx, to);
  return { person, old: tokenIn(old), fresh: tokenIn(fresh) };
}

const addressOf = async ({ db }: Ctx, id: string) =>
  (await db.select({ email: people.email }).from(people).where(eq(people.id, id)))[0]?.email;

describe("a change of address", () => {
  test.for(["old", "fresh"] as const)("needs both ends, the %s one first", async (first, { ctx }) => {
    const { person, old, fresh } = await asked(ctx);
    const [one, other] = first === "old" ? [old, fresh] : [fresh, old];
    expect(await confirmChange(ctx, one)).toEqual({ isDone: false });
    expect(await addressOf(ctx, person.id)).toBe(person.email);
    await expect(confirmChange(ctx, one)).rejects.toThrow(Invalid);
    expect(await confirmChange(ctx, other)).toEqual({ isDone: true });
    expect(await addressOf(ctx, person.id)).toBe(to);
    expect(await deedsOf(ctx, person.id)).toEqual([
      "ask to change address",
      "confirm change of address",
      "change address",
    ]);
    expect((await mailsTo(ctx, person.email)).map(({ kind }) => kind)).toContain("address changed");
  });

  test.for(["old", "fresh"] as const)(
    "is refused at the %s end, whatever the other said",
    async (end, { ctx }) => {
      const { person, old, fresh } = await asked(ctx);
      const [refusing, other] = end === "old" ? [old, fresh] : [fresh, old];
      await confirmChange(ctx, other);
      await refuseChange(ctx, refusing);
      for (const token of [old, fresh]) expect(await findAskedChange(ctx, token)).toBeNull();
      expect(await addressOf(ctx, person.id)).toBe(person.email);
      expect(await deedsOf(ctx, person.id)).toContain("refuse change of address");
    },
  );

  test("asked for again forgets the first: two halves of two changes make none", async ({ ctx }) => {
    const { person, old } = await asked(ctx);
    await askToChangeAddress(as(ctx, person), { email: "other@example.org" });
    expect(await findAskedChange(ctx, old)).toBeNull();
    const [fresh] = await mailsTo(ctx, "other@example.org");
    expect(await confirmChange(ctx, tokenIn(fresh))).toEqual({ isDone: false });
  });

  test("says nothing of whose the new address is, but to its owner", async ({ ctx }) => {
    const other = await makeAccount(ctx, { email: to });
    const person = await makeAccount(ctx);
    await askToChangeAddress(as(ctx, person), { email: to });
    expect(await mailsTo(ctx, to)).toMatchObject([{ kind: "change of address, taken", personId: other.id }]);
    const [old] = await mailsTo(ctx, person.email);
    expect(await confirmChange(ctx, tokenIn(old))).toEqual({ isDone: false });
  });

  test("stops where the address has got an account meanwhile", async ({ ctx }) => {
    const { person, old, fresh } = await asked(ctx);
    await confirmChange(ctx, old);
    await makeAccount(ctx, { email: to });
    await expect(confirmChange(ctx, fresh)).rejects.toThrow(Conflict);
    expect(await addressOf(ctx, person.id)).toBe(person.email);
  });

  test("leaves no invitation in the old mailbox that opens the account", async ({ ctx }) => {
    const { person, old, fresh } = await asked(ctx);
    const token = await issueToken(ctx, { purpose: "invitation", personId: person.id, minutes: 60 });
    await confirmChange(ctx, old);
    await confirmChange(ctx, fresh);
    await expect(acceptInvitation(ctx, token)).rejects.toThrow(Invalid);
  });

  test("to one's own address is no change", async ({ ctx }) => {
    const person = await makeAccount(ctx);
    await expect(askToChangeAddress(as(ctx, person), { email: person.email.toUpperCase() })).rejects.toThrow(
      Invalid,
    );
  });
});

test("an address is confirmed by its link, once, and not one that was left since", async ({ ctx }) => {
  const person = await makeAccount(ctx, { emailVerifiedAt: null });
  await askToVerify(as(ctx, person));
  const token = tokenIn((await mailsTo(ctx, person.email))[0]);
  await ctx.db.update(people).set({ email: to }).where(eq(people.id, person.id));
  await expect(verifyByLink(ctx, token)).rejects.toThrow(Invalid);
  await ctx.db.update(people).set({ email: person.email }).where(eq(people.id, person.id));
  await verifyByLink(ctx, token);
  await expect(verifyByLink(ctx, token)).rejects.toThrow(Invalid);
  await expect(askToVerify(as(ctx, person))).rejects.toThrow(Conflict);
  expect(await deedsOf(ctx, person.id)).toEqual(["ask to verify address", "verify address"]);
});
