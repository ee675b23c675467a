import { and, eq, isNull, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import type { Mailer } from "#app/gateways/mailer.server.ts";
import { mails } from "#db/schema/keeping/mails.ts";
import type { Letter } from "./letter.ts";
import { writeLetter } from "./written-letter.ts";

/**
 * Sends one posted mail and forgets its words. Asked again, or by two workers at once, it sends it once;
 * should a worker die between the mail server's yes and our note of it, the mail may come twice, with one Message-ID.
 * Throws what the mailer throws, so that the queue tries again later; the problem is kept on the row.
 * @param site The origin of our pages.
 */
export async function deliverMail(ctx: Ctx, id: string, mailer: Mailer, site: string): Promise<void> {
  const problem = await ctx.db.transaction(async (db) => {
    const [mail] = await db
      .select()
      .from(mails)
      .where(and(eq(mails.id, id), isNull(mails.sentAt)))
      .for("update", { skipLocked: true });
    if (!mail?.letter) return null;
    const { host } = new URL(site);
    try {
      const written = writeLetter(mail.letter as Letter, site);
      await mailer.send({ ...written, to: mail.toEmail, messageId: `<${mail.id}@${host}>`, kind: mail.kind });
    } catch (error) {
      await db
        .update(mails)
        .set({ attempts: sql`${mails.attempts} + 1`, problem: String(error).slice(0, 500) })
        .where(eq(mails.id, id));
      return error;
    }
    await db
      .update(mails)
      .set({ sentAt: ctx.now, letter: null, problem: null, attempts: sql`${mails.attempts} + 1` })
      .where(eq(mails.id, id));
    return null;
  });
  if (problem) throw problem;
}
