import { randomUUID } from "node:crypto";
import { hashPassword } from "#app/domain/accounts/passwords/password.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { people, roleGrants } from "#db/schema/accounts.ts";
import type { Role } from "#db/vocabulary.ts";

/** The password of every account made here. */
export const PASSWORD = "three random words";

const hash = hashPassword(PASSWORD);

type Over = Partial<typeof people.$inferInsert> & { roles?: [Role, string | null][] };

/** Somebody who signs in with a password alone, at an address that is theirs; roles are granted for real. */
export async function makeAccount(ctx: Ctx, { roles = [], ...over }: Over = {}): Promise<Person> {
  const [made] = await ctx.db
    .insert(people)
    .values({
      name: "Amina Okafor",
      email: `${randomUUID().slice(0, 8)}@example.org`,
      passwordHash: await hash,
      emailVerifiedAt: ctx.now,
      createdAt: ctx.now,
      ...over,
    })
    .returning();
  if (!made) throw new Error("The account was not made");
  for (const [role, scopeId] of roles) {
    await ctx.db.insert(roleGrants).values({ personId: made.id, role, scopeId, grantedAt: ctx.now });
  }
  return {
    kind: "person",
    id: made.id,
    name: made.name,
    email: made.email,
    roles: roles.map(([role, scopeId]) => ({ role, scopeId })),
  };
}

/** The same context with this person asking. */
export const as = (ctx: Ctx, actor: Person): Ctx & { actor: Person } => ({ ...ctx, actor });
