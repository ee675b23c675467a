import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { findPersonActor } from "#app/domain/accounts/find.server.ts";
import { hashPassword } from "#app/domain/accounts/password.server.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import { people, roleGrants } from "#db/schema/accounts.ts";
import { makePerson } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";

const password = "a long enough password";

async function account(ctx: Ctx) {
  const person = await makePerson(ctx);
  const passwordHash = await hashPassword(password);
  await ctx.db.update(people).set({ passwordHash }).where(eq(people.id, person.id));
  return person;
}

const refusal = async (ctx: Ctx, email: string, words: string) =>
  signIn(ctx, { email, password: words, next: "" }).then(
    () => "signed in",
    (error: unknown) => (error instanceof Invalid ? error.message : String(error)),
  );

describe("signing in", () => {
  test("takes the address in any case with its password", async ({ ctx }) => {
    const person = await account(ctx);
    expect(await signIn(ctx, { email: person.email.toUpperCase(), password, next: "" })).toEqual({
      personId: person.id,
    });
  });

  test("says the same of a wrong password, an unknown address and an account without a password", async ({
    ctx,
  }) => {
    const person = await account(ctx);
    const without = await makePerson(ctx, [], "Tom Ridley");
    const said = await Promise.all([
      refusal(ctx, person.email, "wrong"),
      refusal(ctx, "nobody@example.org", password),
      refusal(ctx, without.email, password),
    ]);
    expect(new Set(said)).toEqual(new Set(["The e-mail address or the password is not right."]));
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
});
