import { and, isNull, sql } from "drizzle-orm";
import { comparable } from "#app/domain/accounts/email-address.ts";
import type { Ctx } from "#app/domain/context.ts";
import { people } from "#db/schema/accounts.ts";

/** Who has an address, in whatever case it was typed; null for nobody. */
export async function findByAddress(ctx: Ctx, email: string) {
  const [person] = await ctx.db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      passwordHash: people.passwordHash,
      emailVerifiedAt: people.emailVerifiedAt,
    })
    .from(people)
    .where(and(sql`lower(${people.email}) = ${comparable(email)}`, isNull(people.erasedAt)));
  return person ?? null;
}
