import { and, eq, inArray } from "drizzle-orm";
import { issueToken } from "#app/domain/accounts/tokens.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { record } from "#app/domain/record.server.ts";
import { paths } from "#app/paths.ts";
import { people } from "#db/schema/accounts.ts";
import { caseMessages, cases } from "#db/schema/keeping/cases.ts";
import type { Case } from "./case.ts";
import { holdCase } from "./find-case.server.ts";
import { questionLetter } from "./letters.ts";

const DAYS_TO_ANSWER = 30;

/** Who raised a case, where they can be written to. */
export async function findAsker(
  { db }: Ctx,
  { personId, fromName, fromEmail }: Pick<Case, "personId" | "fromName" | "fromEmail">,
): Promise<{ name: string; email: string; personId: string | null } | null> {
  if (fromEmail) return { name: fromName, email: fromEmail, personId };
  if (!personId) return null;
  const [person] = await db
    .select({ name: people.name, email: people.email })
    .from(people)
    .where(eq(people.id, personId));
  return person ? { ...person, personId } : null;
}

/**
 * Mails a question to whoever raised a case, with a link to answer it without an account.
 * Throws NotFound, or Conflict once it is decided or where there is nobody to ask.
 */
export function askAboutCase(ctx: Ctx, id: string, { question }: { question: string }): Promise<Case> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const found = await holdCase(inside, id);
    const asker = await findAsker(inside, found);
    if (!asker) throw new Conflict("Whoever raised this left no address, so nobody can be asked.");
    const personId = ctx.actor.kind === "person" ? ctx.actor.id : null;
    await db
      .insert(caseMessages)
      .values({ caseId: id, at: ctx.now, personId, side: "handler", words: question });
    await db
      .update(cases)
      .set({ state: "asked", updatedAt: ctx.now })
      .where(and(eq(cases.id, id), inArray(cases.state, ["open", "asked"])));
    const minutes = DAYS_TO_ANSWER * 24 * 60;
    const token = await issueToken(inside, {
      ...{ purpose: "answer-case", recordId: id, personId: asker.personId, email: asker.email, minutes },
    });
    const letter = questionLetter(found, question, paths.answerCase(token));
    await post(inside, asker, letter, { recordId: id });
    const [before, after] = [{ state: found.state }, { state: "asked", question }];
    await record(inside, { deed: "ask about case", noun: "case", nounId: id, before, after });
    return { ...found, state: "asked" };
  });
}
