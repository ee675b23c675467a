import { sql } from "drizzle-orm";
import type { InferOutput } from "valibot";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import { people } from "#db/schema/accounts.ts";
import type { SignIn } from "./inputs.ts";
import { isPassword } from "./password.server.ts";

/**
 * Checks an address and its password, and answers with the person's id.
 * Throws Invalid with the same words, after the same time, whether or not the address is known.
 */
export async function signIn(ctx: Ctx, input: InferOutput<typeof SignIn>): Promise<{ personId: string }> {
  const [person] = await ctx.db
    .select({ id: people.id, passwordHash: people.passwordHash })
    .from(people)
    .where(sql`lower(${people.email}) = ${input.email.toLowerCase()}`);
  const matches = await isPassword(person?.passwordHash, input.password);
  if (!person || !matches) {
    throw new Invalid("The e-mail address or the password is not right.", {
      password: "The e-mail address or the password is not right",
    });
  }
  return { personId: person.id };
}
