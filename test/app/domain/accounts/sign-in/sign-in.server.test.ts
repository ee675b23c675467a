import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { findPersonActor } from "#app/domain/accounts/find.server.ts";
import { decoy, isOutdated, isPassword } from "#app/domain/accounts/passwords/password.server.ts";
import { renewRecoveryCodes } from "#app/domain/accounts/second-step/recovery-codes.server.ts";
import { finishSignIn } from "#app/domain/accounts/sign-in/finish-sign-in.server.ts";
import { signIn } from "#app/domain/accounts/sign-in/sign-in.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import { people, recoveryCodes, roleGrants } from "#db/schema/accounts.ts";
import { makeAccount, PASSWORD as password } from "#test/factories/accounts.ts";
import { makePerson } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";

const refusal = async (ctx: Ctx, email: string, words: string) =>
  signIn(ctx, { email, password: words, next: "" }).then(
    () => "signed in",
    (error: unknown) => (error instanceof Invalid ? error.message : String(error)),
  );

describe("signing in", () => {
  test("takes the address in any case and spacing with its password", async ({ ctx }) => {
    const { id, email } = await makeAccount(ctx, { email: "zoë.ökafor@example.org" });
    const typed = ` ${email.normalize("NFD").toUpperCase()} `;
    expect(await signIn(ctx, { email: typed, password, next: "" })).toEqual({
      personId: id,
      codeToken: null,
    });
  });

  test("says the same of a wrong password, an unknown address and an account without a password", async ({
    ctx,
  }) => {
    const person = await makeAccount(ctx);
    const without = await makeAccount(ctx, { passwordHash: null });
    const said = await Promise.all([
      refusal(ctx, person.email, "wrong"),
      refusal(ctx, "nobody@example.org", password),
      refusal(ctx, without.email, password),
    ]);
    expect(new Set(said)).toEqual(new Set(["The e-mail address or the password is not right."]));
  });

  test("takes as long for an unknown address as for a known one", async ({ ctx }) => {
    const { email } = await makeAccount(ctx);
    expect(isOutdated(decoy)).toBe(false);
    const least: Record<string, number> = {};
    for (let round = 0; round < 4; round++) {
      for (const address of [email, "nobody@example.org"]) {
        const began = performance.now();
        await refusal(ctx, address, "wrong");
        least[address] = Math.min(least[address] ?? Number.POSITIVE_INFINITY, performance.now() - began);
      }
    }
    const ratio = (least["nobody@example.org"] ?? 0) / (least[email] ?? 1);
    expect(ratio).toBeGreaterThan(1 / 3);
    expect(ratio).toBeLessThan(3);
  });

  test("makes a hash of older parameters anew", async ({ ctx }) => {
    const old = await hash(password, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    const { id, email } = await makeAccount(ctx, { passwordHash: old });
    await signIn(ctx, { email, password, next: "" });
    const [row] = await ctx.db.select().from(people).where(eq(people.id, id));
    expect(isOutdated(row?.passwordHash ?? "")).toBe(false);
    expect(await isPassword(row?.passwordHash, password)).toBe(true);
  });

  test("lets nobody in whose second step is to come, and takes a recovery code once", async ({ ctx }) => {
    const { id, email } = await makeAccount(ctx, { totpSince: ctx.now });

    const [code = ""] = (await renewRecoveryCodes(ctx, id)).map((words) => words.replaceAll("-", ""));
    const first = await signIn(ctx, { email, password, next: "" });
    const second = await signIn(ctx, { email, password, next: "" });
    await expect(finishSignIn(ctx, first.codeToken ?? "", { code: "2".repeat(16) })).rejects.toThrow(Invalid);
    expect(await finishSignIn(ctx, first.codeToken ?? "", { code })).toEqual({ personId: id });
    await expect(finishSignIn(ctx, second.codeToken ?? "", { code })).rejects.toThrow(Invalid);
    const left = await ctx.db.select().from(recoveryCodes).where(eq(recoveryCodes.personId, id));
    expect(left.filter(({ usedAt }) => usedAt === null)).toHaveLength(9);
  });
});

describe("the roles of a person", () => {
  test("are those held now: not ended ones, not future ones", async ({ ctx }) => {
    const person = await makePerson(ctx);
    const grant = (role: "icb-staff" | "administrator", from: string, to: string | null) =>
      ctx.db
        .insert(roleGrants)
        .values({ personId: person.id, role, grantedAt: new Date(from), endedAt: to ? new Date(to) : null });
    await grant("icb-staff", "2026-01-01", null);
    await grant("administrator", "2025-01-01", "2026-01-01");
    expect((await findPersonActor(ctx.db, person.id, ctx.now))?.roles).toEqual([
      { role: "icb-staff", scopeId: null },
    ]);
    expect((await findPersonActor(ctx.db, person.id, new Date("2025-06-01")))?.roles).toEqual([
      { role: "administrator", scopeId: null },
    ]);
  });

  test("that reach far are held back until the second step is on; demonstration accounts protect nothing", async ({
    ctx,
  }) => {
    const scope = crypto.randomUUID();
    const roles: ["organisation-owner" | "group-lead" | "administrator", string | null][] = [
      ["organisation-owner", scope],
      ["group-lead", scope],
      ["administrator", null],
    ];
    const seen = async (over: Parameters<typeof makeAccount>[1]) => {
      const { id } = await makeAccount(ctx, { ...over, roles });
      const actor = await findPersonActor(ctx.db, id, ctx.now);
      return [actor?.roles.length, actor?.heldBack?.length ?? 0];
    };
    expect(await seen({})).toEqual([1, 2]);
    expect(await seen({ totpSince: ctx.now })).toEqual([3, 0]);
    expect(await seen({ isDemo: true })).toEqual([3, 0]);
    expect(
      await findPersonActor(ctx.db, (await makeAccount(ctx, { erasedAt: ctx.now })).id, ctx.now),
    ).toBeNull();
  });
});
