import { eq } from "drizzle-orm";
import { issueToken } from "#app/domain/accounts/tokens.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { people } from "#db/schema/accounts.ts";

/** How long one has to find the phone and type its code. */
export const CODE_MINUTES = 10;

/** Somebody who has shown who they are. With a `codeToken` they are not in yet: the second step is to come. */
export interface Admission {
  personId: string;
  codeToken: string | null;
}

/** After a password or a link: lets in whoever has no second step, and hands the others on to it. */
export async function admit(ctx: Ctx, personId: string): Promise<Admission> {
  const [person] = await ctx.db
    .select({ totpSince: people.totpSince })
    .from(people)
    .where(eq(people.id, personId));
  if (!person?.totpSince) return { personId, codeToken: null };
  const codeToken = await issueToken(ctx, { purpose: "second-factor", personId, minutes: CODE_MINUTES });
  return { personId, codeToken };
}
