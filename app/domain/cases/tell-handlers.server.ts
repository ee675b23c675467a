import type { Ctx } from "#app/domain/context.ts";
import type { Letter } from "#app/domain/mail/letter.ts";
import { post } from "#app/domain/mail/post.server.ts";
import type { Case } from "./case.ts";
import { findPeopleAt } from "./find-handlers.server.ts";
import { answeredLetter, climbedLetter, toHandleLetter } from "./letters.ts";
import { isRaisedBy } from "./policy.ts";

/** Mails everybody whose turn a case is now, each once for one turn; never whoever raised it. */
export function tellHandlers(ctx: Ctx, found: Case, why: "opened" | "climbed"): Promise<void> {
  const letter = why === "opened" ? toHandleLetter(found) : climbedLetter(found);
  return tell(ctx, found, letter, `case ${found.id} ${found.level}`);
}

/** Mails them that the question has its answer. */
export function tellAnswered(ctx: Ctx, found: Case, answer: string): Promise<void> {
  return tell(ctx, found, answeredLetter(found, answer));
}

async function tell(ctx: Ctx, found: Case, letter: Letter, once?: string): Promise<void> {
  for (const { id, email } of await findPeopleAt(ctx, found)) {
    if (isRaisedBy({ id, email }, found)) continue;
    const about = { recordId: found.id, ...(once ? { onceKey: `${once} ${id}` } : {}) };
    await post(ctx, { email, personId: id }, letter, about);
  }
}
