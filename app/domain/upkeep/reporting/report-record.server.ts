import { createHash } from "node:crypto";
import { reportChoices } from "#app/domain/cases/case.ts";
import { findKeepers } from "#app/domain/cases/find-handlers.server.ts";
import type { ReportMistake } from "#app/domain/cases/inputs.ts";
import { openCase } from "#app/domain/cases/open-case.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { findPublicRecord, pageOf, type RecordAtHand } from "#app/domain/upkeep/about-record.server.ts";
import { findUpkeepSettings } from "#app/domain/upkeep/settings/find-settings.server.ts";
import type { KeptNoun } from "#db/vocabulary-keeping.ts";
import { reportReceivedLetter } from "./letters.ts";

/**
 * Anybody says that something in a published record is wrong. It goes to those who keep the record, else to the
 * network's lead, else to the team, and climbs when nobody sees to it. The same words twice are one report.
 * Throws NotFound.
 */
export function reportRecord(
  ctx: Ctx,
  noun: KeptNoun,
  slug: string,
  { choice, words, email }: ReportMistake,
): Promise<RecordAtHand> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const about = await findPublicRecord(inside, noun, slug);
    const keepers = await findKeepers(inside, about.organisationId);
    const fingerprint = createHash("sha256").update(`${choice} ${words}`).digest("hex").slice(0, 32);
    const { id } = await openCase(inside, {
      ...{ kind: "report", noun, recordId: about.id, organisationId: about.organisationId },
      level: keepers.length > 0 ? "owner" : "lead",
      title: `${about.name}: ${reportChoices[choice].toLowerCase()}`,
      details: { choice, words },
      fromEmail: email,
      onceKey: `report ${about.id} ${fingerprint}`,
      climbsAt: await findClimbing(inside),
    });
    if (email) {
      const letter = reportReceivedLetter({ name: about.name, page: pageOf(about) }, { choice, words });
      await post(inside, { email }, letter, { recordId: id, onceKey: `report received ${id} ${email}` });
    }
    return about;
  });
}

async function findClimbing(ctx: Ctx): Promise<Date> {
  const { reportClimbsAfterDays } = await findUpkeepSettings(ctx);
  return new Date(ctx.now.getTime() + reportClimbsAfterDays * 86_400_000);
}
