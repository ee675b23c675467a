import { and, desc, eq } from "drizzle-orm";
import { findToken, useToken } from "#app/domain/accounts/tokens.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { record } from "#app/domain/record.server.ts";
import { caseMessages, cases } from "#db/schema/keeping/cases.ts";
import { type Case, isOpen } from "./case.ts";
import { caseOf, selectCases } from "./case-rows.server.ts";
import { tellAnswered } from "./tell-handlers.server.ts";

export interface AskedQuestion {
  title: string;
  organisation: string;
  question: string;
}

/** What the page behind a mailed question shows; null for a link that is used, old or not ours, and for a decided case. */
export async function findQuestion(ctx: Ctx, token: string): Promise<AskedQuestion | null> {
  const opened = await findToken(ctx, "answer-case", token);
  const found = opened?.recordId ? await findBehind(ctx, opened.recordId) : null;
  if (!found || !isOpen(found)) return null;
  const question = await findLastQuestion(ctx, found.id);
  return { title: found.title, organisation: found.organisation.name, question };
}

/**
 * Answers a question about a case: the link is the permission, and is used up. The case is open again, and whose
 * turn it is hears of it. Throws Invalid for a link that is used, old or not ours, and Conflict once it is decided.
 */
export function answerCase(ctx: Ctx, token: string, { answer }: { answer: string }): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { recordId: caseId, personId } = await useToken(inside, "answer-case", token);
    const found = caseId ? await findBehind(inside, caseId, "held") : null;
    if (!found || !isOpen(found)) {
      throw new Conflict("This has been decided in the meantime, so there is no need to answer.");
    }
    await db
      .insert(caseMessages)
      .values({ caseId: found.id, at: ctx.now, personId, side: "asker", words: answer });
    await db.update(cases).set({ state: "open", updatedAt: ctx.now }).where(eq(cases.id, found.id));
    await tellAnswered(inside, found, answer);
    const [before, after] = [{ state: found.state }, { state: "open", answer }];
    await record(inside, { deed: "answer case", noun: "case", nounId: found.id, before, after });
  });
}

async function findBehind(ctx: Ctx, id: string, how: "held" | "seen" = "seen"): Promise<Case | null> {
  if (how === "held") {
    await ctx.db.select({ id: cases.id }).from(cases).where(eq(cases.id, id)).for("no key update");
  }
  const [row] = await selectCases(ctx, eq(cases.id, id));
  return row ? caseOf(row) : null;
}

async function findLastQuestion({ db }: Ctx, caseId: string): Promise<string> {
  const [row] = await db
    .select({ words: caseMessages.words })
    .from(caseMessages)
    .where(and(eq(caseMessages.caseId, caseId), eq(caseMessages.side, "handler")))
    .orderBy(desc(caseMessages.at), desc(caseMessages.id))
    .limit(1);
  return row?.words ?? "";
}
