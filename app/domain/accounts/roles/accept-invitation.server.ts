import { eq } from "drizzle-orm";
import { noteAddressWorks } from "#app/domain/accounts/people/note-address-works.server.ts";
import { type Admission, admit } from "#app/domain/accounts/sign-in/admission.server.ts";
import { findToken, useToken } from "#app/domain/accounts/tokens.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import { people } from "#db/schema/accounts.ts";

/** Whom an invitation is for; null for one that is used or old. */
export async function findInvited(ctx: Ctx, token: string): Promise<{ name: string; email: string } | null> {
  const open = await findToken(ctx, "invitation", token);
  if (!open?.personId) return null;
  const [person] = await ctx.db
    .select({ name: people.name, email: people.email })
    .from(people)
    .where(eq(people.id, open.personId));
  return person ?? null;
}

/** Accepts an invitation: the address is shown to work, and its person signed in. Throws Invalid for a used or old one. */
export function acceptInvitation(ctx: Ctx, token: string): Promise<Admission> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { personId } = await useToken(inside, "invitation", token);
    if (!personId) throw new Invalid("This link is not an invitation.");
    const admission = await admit(inside, personId);
    await noteAddressWorks(inside, personId);
    return admission;
  });
}
