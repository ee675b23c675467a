import { eq } from "drizzle-orm";
import { openCase } from "#app/domain/cases/open-case.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { receivedLetter } from "#app/domain/organisations/letters.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import { record } from "#app/domain/record.server.ts";
import { registrations } from "#db/schema/keeping/registrations.ts";
import { organisations } from "#db/schema/organisations.ts";
import { issueContinueToken } from "./continue-registration.server.ts";
import { type Held, holdRegistration } from "./find-registration.server.ts";
import { canStillChange, tasksOf } from "./registration.ts";

/**
 * Sends a registration to the network's lead or the Assembly team, and a letter of receipt to whoever registered.
 * One that is sent already stays so: a second press is the same deed. Throws NotFound, or Invalid while something is
 * missing.
 */
export function submitRegistration(ctx: Ctx, held: Held): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const registration = await holdRegistration(inside, held);
    if (!canStillChange(registration)) return;
    const { id, organisationId, name, contactName, contactEmail, contactRole } = registration;
    const tasks = tasksOf(registration, await readRecord(inside, organisationId));
    const open = tasks.filter(({ isDone }) => !isDone).map(({ title }) => title);
    if (open.length > 0) throw new Invalid(`Some steps are not finished yet: ${open.join(", ")}.`);
    await db
      .update(organisations)
      .set({ state: "waiting", updatedAt: ctx.now })
      .where(eq(organisations.id, organisationId));
    await db
      .update(registrations)
      .set({ submittedAt: ctx.now, decidedAt: null, updatedAt: ctx.now })
      .where(eq(registrations.id, id));
    const opened = await openCase(inside, {
      ...{ kind: "registration", noun: "organisation", recordId: organisationId, organisationId },
      ...{ title: `New organisation: ${name}`, details: { role: contactRole } },
      ...{ fromName: contactName, fromEmail: contactEmail, onceKey: `registration ${organisationId}` },
    });
    const token = await issueContinueToken(inside, { id }, contactEmail);
    await post(inside, { email: contactEmail }, receivedLetter(name, token), { recordId: opened.id });
    await record(inside, {
      ...{ deed: "submit registration", noun: "organisation", nounId: organisationId },
      before: { state: "draft" },
      after: { state: "waiting" },
    });
  });
}
