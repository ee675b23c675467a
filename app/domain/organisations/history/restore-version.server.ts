import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import {
  askForApproval,
  type EditOutcome,
  isWaitingFor,
  saveSection,
} from "#app/domain/organisations/keeping/edit-section.server.ts";
import {
  holdKeptOrganisation,
  type KeptOrganisation,
} from "#app/domain/organisations/keeping/find-kept.server.ts";
import { isSameFields } from "#app/domain/organisations/record/differences.ts";
import { formValues } from "#app/domain/organisations/record/form-values.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import {
  type OrganisationRecord,
  type RecordSection,
  sectionNames,
} from "#app/domain/organisations/record/record.ts";
import { refuseIfChanged } from "#app/domain/section.ts";
import { findSectionsBefore } from "./find-history.server.ts";

/**
 * Brings a section, or several, back to how they stood before a change: a change of its own, with its own record.
 * A name or a number that comes back waits for approval as any other. Throws NotFound, or Conflict when the
 * record has changed since its preview (`seen`) was shown.
 */
export function restoreVersion(
  ctx: Ctx,
  slug: string,
  { changeId, seen }: { changeId: string; seen: string },
): Promise<EditOutcome> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const organisation = await holdKeptOrganisation(inside, slug);
    const old = await findSectionsBefore(inside, organisation.id, changeId);
    const now = await readRecord(inside, organisation.id);
    const sections = sectionNames.filter((section) => old[section]);
    refuseIfChanged({ seen, current: valuesOf(sections, now), mine: valuesOf(sections, { ...now, ...old }) });
    const outcomes: EditOutcome[] = [];
    for (const section of sections)
      outcomes.push(await restoreSection(inside, organisation, { section, now, old }));
    return (
      outcomes.find((outcome) => outcome === "waiting") ?? outcomes.find((one) => one === "saved") ?? "same"
    );
  });
}

/** The flat values of several sections: what the preview's stamp is made of. */
export function valuesOf(sections: readonly RecordSection[], record: OrganisationRecord) {
  const entries = sections.map((section) => formValues(section, record[section]));
  return Object.assign({}, ...entries) as Record<string, string>;
}

async function restoreSection<S extends RecordSection>(
  ctx: Ctx,
  organisation: KeptOrganisation,
  at: { section: S; now: OrganisationRecord; old: Partial<OrganisationRecord> },
): Promise<EditOutcome> {
  const before: OrganisationRecord[S] = at.now[at.section];
  const after: OrganisationRecord[S] | undefined = at.old[at.section];
  if (!after) throw new NotFound("that version");
  const { section } = at;
  if (isSameFields(section, before, after)) return "same";
  if (isWaitingFor(ctx.actor, organisation, { section, before, after })) {
    await askForApproval(ctx, organisation, { section, before, after });
    return "waiting";
  }
  await saveSection(ctx, organisation.id, { section, before, after, deed: "restore version" });
  return "saved";
}
