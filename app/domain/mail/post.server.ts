import type { Ctx } from "#app/domain/context.ts";
import { queueJob } from "#app/domain/queue.server.ts";
import { mails } from "#db/schema/keeping/mails.ts";
import type { Letter } from "./letter.ts";

export interface Addressee {
  email: string;
  personId?: string | null;
}

export interface About {
  /** The record that the letter is about. */
  recordId?: string;
  /** Two deeds with one key send one mail: "review due, Lunch club, 2026-05-01". */
  onceKey?: string;
}

/** Posts a letter in the verb's own transaction: it goes out after the change is there, and only then. */
export async function post(ctx: Ctx, to: Addressee, letter: Letter, about: About = {}): Promise<void> {
  const [mail] = await ctx.db
    .insert(mails)
    .values({
      kind: letter.kind,
      toEmail: to.email.trim(),
      personId: to.personId ?? null,
      recordId: about.recordId ?? null,
      onceKey: about.onceKey ?? null,
      subject: letter.subject,
      letter,
      createdAt: ctx.now,
    })
    .onConflictDoNothing({ target: mails.onceKey })
    .returning({ id: mails.id });
  if (mail) await queueJob(ctx, "deliver-mail", { id: mail.id }, { key: `mail ${mail.id}` });
}
