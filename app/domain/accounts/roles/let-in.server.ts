import { eq } from "drizzle-orm";
import { invitation, roleGranted } from "#app/domain/accounts/letters.ts";
import { needsSecondStep } from "#app/domain/accounts/policy.ts";
import { endSessionsOf } from "#app/domain/accounts/sessions/end-sessions.server.ts";
import { issueToken } from "#app/domain/accounts/tokens.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { people } from "#db/schema/accounts.ts";
import { type Grant, grantRoleTo } from "./grant-role-to.server.ts";
import { byWhom, roleInWords } from "./role-words.server.ts";

const INVITATION_MINUTES = 7 * 24 * 60;

/**
 * Gives a role and tells its person: by an invitation that signs in whoever has never been here, else by a notice.
 * A role that reaches far begins with signing in anew. Nothing happens where it is held already.
 */
export async function letIn(ctx: Ctx, grant: Grant): Promise<{ isNew: boolean }> {
  const { personId, role, scopeId } = grant;
  const given = await grantRoleTo(ctx, grant);
  if (!given.isNew) return given;
  const [person] = await ctx.db
    .select({ email: people.email, verifiedAt: people.emailVerifiedAt })
    .from(people)
    .where(eq(people.id, personId));
  if (!person) throw new Error("A role was given to nobody");
  const isSelf = ctx.actor.kind === "person" && ctx.actor.id === personId;
  if (needsSecondStep(role) && !isSelf) await endSessionsOf(ctx, personId);
  const words = { role: await roleInWords(ctx, role, scopeId), by: byWhom(ctx) };
  const letter = person.verifiedAt
    ? roleGranted(words)
    : invitation(
        await issueToken(ctx, { purpose: "invitation", personId, minutes: INVITATION_MINUTES }),
        words,
      );
  await post(ctx, { email: person.email, personId }, letter, scopeId ? { recordId: scopeId } : {});
  return given;
}
