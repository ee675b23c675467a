import { eq } from "drizzle-orm";
import type { InferOutput } from "valibot";
import type { ChangePassword } from "#app/domain/accounts/inputs.ts";
import { passwordChanged } from "#app/domain/accounts/letters.ts";
import { endSessionsOf } from "#app/domain/accounts/sessions/end-sessions.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { record } from "#app/domain/record.server.ts";
import { people } from "#db/schema/accounts.ts";
import { hashPassword, isPassword } from "./password.server.ts";
import { forgetLinksIn, refuseIfWeak } from "./reset-password.server.ts";

type Self = Ctx & { actor: Person };

/** Whether one has a password at all: some sign in by link alone, and choose their first one by a mailed link. */
export async function hasPassword({ db, actor }: Self): Promise<boolean> {
  const [row] = await db.select({ hash: people.passwordHash }).from(people).where(eq(people.id, actor.id));
  return Boolean(row?.hash);
}

/**
 * Changes one's own password, knowing the one before: every session ends (the door begins a new one here), and a
 * notice is mailed. Throws Invalid, naming the field.
 */
export function changePassword(ctx: Self, input: InferOutput<typeof ChangePassword>): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const [row] = await db
      .select({ hash: people.passwordHash })
      .from(people)
      .where(eq(people.id, ctx.actor.id))
      .for("update");
    if (!(await isPassword(row?.hash, input.currentPassword))) {
      throw new Invalid("The password is not right.", {
        currentPassword: "That is not the password you have now",
      });
    }
    refuseIfWeak(input.password, ctx.actor);
    const passwordHash = await hashPassword(input.password);
    await db.update(people).set({ passwordHash, updatedAt: ctx.now }).where(eq(people.id, ctx.actor.id));
    await forgetLinksIn(inside, ctx.actor.id);
    await endSessionsOf(inside, ctx.actor.id);
    await post(inside, { email: ctx.actor.email, personId: ctx.actor.id }, passwordChanged());
    await record(inside, { deed: "change password", noun: "person", nounId: ctx.actor.id });
  });
}
