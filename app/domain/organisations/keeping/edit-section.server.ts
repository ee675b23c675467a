import { closeCase } from "#app/domain/cases/close-case.server.ts";
import { openCase } from "#app/domain/cases/open-case.server.ts";
import type { Actor, Ctx } from "#app/domain/context.ts";
import { refuseIfCrossed } from "#app/domain/history.server.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { needsApproval, publishesAtOnce } from "#app/domain/organisations/policy.ts";
import { differencesOf } from "#app/domain/organisations/record/differences.ts";
import { formValues } from "#app/domain/organisations/record/form-values.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import {
  type OrganisationRecord,
  type RecordSection,
  recordSections,
} from "#app/domain/organisations/record/record.ts";
import { writeSection } from "#app/domain/organisations/record/write-record.server.ts";
import { record } from "#app/domain/record.server.ts";
import { checkNumbersOf } from "./check-numbers.server.ts";
import { findKeptOrganisation, holdKeptOrganisation, type KeptOrganisation } from "./find-kept.server.ts";
import { queueIndexOfServices } from "./index-services-of.server.ts";
import { findWaitingChanges } from "./waiting-changes.server.ts";

export interface SectionEdit<S extends RecordSection = RecordSection> {
  section: S;
  fields: OrganisationRecord[S];
  /** The stamp of the section as its editor saw it (app/domain/section.ts). */
  seen: string;
  /** A new name leaves the old one among the former names. */
  keepsOldName?: boolean;
}

export interface SectionChange<S extends RecordSection> {
  section: S;
  before: OrganisationRecord[S];
  after: OrganisationRecord[S];
}

/** "waiting": what is published stays until somebody approves the change; "same": there was nothing to save. */
export type EditOutcome = "saved" | "waiting" | "same";

/**
 * Saves one section of an organisation. A change of name or number waits for approval, unless the organisation
 * is trusted; its slug stays, whatever its name. Throws NotFound, Conflict with both versions, or Invalid.
 */
export async function editSection<S extends RecordSection>(
  ctx: Ctx,
  slug: string,
  edit: SectionEdit<S>,
): Promise<EditOutcome> {
  const { id } = await findKeptOrganisation(ctx, slug);
  const outcome = await saveOrAsk(ctx, slug, edit);
  if (outcome === "saved" && edit.section === "numbers") await checkNumbersOf(ctx, id);
  return outcome;
}

function saveOrAsk<S extends RecordSection>(
  ctx: Ctx,
  slug: string,
  edit: SectionEdit<S>,
): Promise<EditOutcome> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const organisation = await holdKeptOrganisation(inside, slug);
    const before = (await readRecord(inside, organisation.id))[edit.section];
    const { section, seen } = edit;
    const [current, mine] = [formValues(section, before), formValues(section, edit.fields)];
    await refuseIfCrossed(inside, { noun: "organisation", id: organisation.id }, { seen, current, mine });
    const after = withFormerName(ctx, edit, before);
    if (differencesOf(section, before, after, {}).length === 0) return "same";
    if (isWaitingFor(ctx.actor, organisation, { section, before, after })) {
      await askForApproval(inside, organisation, { section, before, after });
      return "waiting";
    }
    await saveSection(inside, organisation.id, { section, before, after, deed: "edit organisation" });
    return "saved";
  });
}

/** Writes a section and its record; search follows. A step of every verb that changes a section. */
export async function saveSection<S extends RecordSection>(
  ctx: Ctx,
  organisationId: string,
  change: SectionChange<S> & { deed: string },
): Promise<void> {
  const { section, before, after, deed } = change;
  await writeSection(ctx, organisationId, section, after);
  await queueIndexOfServices(ctx, organisationId);
  await record(ctx, {
    ...{ deed, noun: "organisation", nounId: organisationId },
    before: { [section]: before },
    after: { [section]: after },
  });
}

function withFormerName<S extends RecordSection>(
  { now }: Ctx,
  { section, fields, keepsOldName }: SectionEdit<S>,
  before: OrganisationRecord[S],
): OrganisationRecord[S] {
  if (section !== "names" || !keepsOldName) return fields;
  const [old, mine] = [before as OrganisationRecord["names"], fields as OrganisationRecord["names"]];
  const isKnown = mine.formerNames.some(({ name }) => name === old.name);
  if (old.name === mine.name || isKnown) return fields;
  const formerNames = [{ name: old.name, until: londonDay(now) }, ...mine.formerNames];
  return { ...mine, formerNames } as OrganisationRecord[S];
}

/** Whether a change of a published organisation has to wait for somebody; one that is archived comes back as it is. */
export function isWaitingFor<S extends RecordSection>(
  actor: Actor,
  organisation: KeptOrganisation,
  { section, before, after }: SectionChange<S>,
): boolean {
  const wasNeverPublic = organisation.state === "draft" || organisation.state === "waiting";
  if (wasNeverPublic || publishesAtOnce(actor, organisation)) return false;
  return needsApproval(section, before, after);
}

/** Puts a change before those who may approve it; what is published stays. */
export async function askForApproval<S extends RecordSection>(
  ctx: Ctx,
  { id, name }: KeptOrganisation,
  change: SectionChange<S>,
): Promise<void> {
  const { section, before, after } = change;
  await replaceEarlier(ctx, id, section);
  const { id: caseId } = await openCase(ctx, {
    ...{ kind: "change", noun: "organisation", recordId: id, organisationId: id },
    title: `${recordSections[section]} of ${name}`,
    details: { section, before: { ...before }, after: { ...after } },
  });
  const asked = { section, caseId };
  await record(ctx, {
    ...{ deed: "ask for approval", noun: "organisation", nounId: id },
    before: { [section]: before },
    after: { [section]: after, asked },
  });
}

/** One change of a section waits at a time: whoever writes another has said that the first is not it. */
async function replaceEarlier(ctx: Ctx, organisationId: string, section: RecordSection): Promise<void> {
  const waiting = await findWaitingChanges(ctx, organisationId);
  for (const change of waiting.filter((one) => one.section === section)) {
    await closeCase(ctx, change, "withdrawn", "Replaced by a later change");
  }
}
