import { eq } from "drizzle-orm";
import type { InferOutput } from "valibot";
import type { SignIn } from "#app/domain/accounts/inputs.ts";
import { hashPassword, isOutdated, isPassword } from "#app/domain/accounts/passwords/password.server.ts";
import { findByAddress } from "#app/domain/accounts/people/find-by-address.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import { people } from "#db/schema/accounts.ts";
import { type Admission, admit } from "./admission.server.ts";

/**
 * Checks an address and its password. A hash of older parameters is made anew on the way.
 * Throws Invalid with the same words, after the same time, whether or not the address is known.
 */
export async function signIn(ctx: Ctx, input: InferOutput<typeof SignIn>): Promise<Admission> {
  const person = await findByAddress(ctx, input.email);
  const matches = await isPassword(person?.passwordHash, input.password);
  if (!person?.passwordHash || !matches) {
    throw new Invalid("The e-mail address or the password is not right.", {
      password: "The e-mail address or the password is not right",
    });
  }
  if (isOutdated(person.passwordHash)) {
    const passwordHash = await hashPassword(input.password);
    await ctx.db.update(people).set({ passwordHash }).where(eq(people.id, person.id));
  }
  return admit(ctx, person.id);
}
