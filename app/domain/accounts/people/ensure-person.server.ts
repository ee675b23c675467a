import { sql } from "drizzle-orm";
import { comparable } from "#app/domain/accounts/email-address.ts";
import type { Ctx } from "#app/domain/context.ts";
import { record } from "#app/domain/record.server.ts";
import { people } from "#db/schema/accounts.ts";

export interface NewPerson {
  name: string;
  email: string;
}

/**
 * The person of an address, made without a password where nobody has it yet. For verbs that let somebody in:
 * call it inside their transaction, before their own record.
 */
export async function ensurePerson(ctx: Ctx, input: NewPerson): Promise<{ id: string; isNew: boolean }> {
  const email = comparable(input.email);
  const [made] = await ctx.db
    .insert(people)
    .values({ name: input.name.trim() || email, email, createdAt: ctx.now, updatedAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: people.id });
  if (made) {
    await record(ctx, { deed: "add person", noun: "person", nounId: made.id });
    return { id: made.id, isNew: true };
  }
  const [known] = await ctx.db
    .select({ id: people.id })
    .from(people)
    .where(sql`lower(${people.email}) = ${email}`);
  if (!known) throw new Error("A person is neither there nor could be made");
  return { id: known.id, isNew: false };
}
