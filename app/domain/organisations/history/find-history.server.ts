import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findHistory, type PastChange } from "#app/domain/history.server.ts";
import {
  findKeptOrganisation,
  type KeptOrganisation,
} from "#app/domain/organisations/keeping/find-kept.server.ts";
import {
  type Difference,
  differencesOf,
  type NamesBySlug,
} from "#app/domain/organisations/record/differences.ts";
import { findNamesBySlug } from "#app/domain/organisations/record/names-by-slug.server.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import {
  type OrganisationRecord,
  type RecordSection,
  sectionNames,
} from "#app/domain/organisations/record/record.ts";
import { differencesOfPast, sectionsBefore, whatHappened, whoInWords } from "./versions.ts";

export interface PastVersion {
  id: string;
  at: string;
  what: string;
  who: string;
  differences: Difference[];
  /** There is a version of before that differs from now, or may. */
  canRestore: boolean;
}

/** Every change of an organisation of the actor's own, newest first. Throws NotFound. */
export async function findOrganisationHistory(
  ctx: Ctx,
  slug: string,
): Promise<{ organisation: KeptOrganisation; versions: PastVersion[] }> {
  const organisation = await findKeptOrganisation(ctx, slug);
  const [changes, names] = await Promise.all([
    findHistory(ctx, "organisation", organisation.id),
    findNamesBySlug(ctx),
  ]);
  return { organisation, versions: changes.map((change) => versionOf(change, names)) };
}

function versionOf(change: PastChange, names: NamesBySlug): PastVersion {
  return {
    ...{ id: change.id, at: change.at, what: whatHappened(change), who: whoInWords(change) },
    differences: differencesOfPast(change, names),
    canRestore: change.deed !== "ask for approval" && Object.keys(sectionsBefore(change)).length > 0,
  };
}

/** What restoring would do: from now to how it stood before the change. */
export interface RestorePreview {
  organisation: KeptOrganisation;
  version: PastVersion;
  sections: RecordSection[];
  differences: Difference[];
}

/** One past change with what restoring the version before it would change today. Throws NotFound. */
export async function findVersion(ctx: Ctx, slug: string, changeId: string): Promise<RestorePreview> {
  const organisation = await findKeptOrganisation(ctx, slug);
  const changes = await findHistory(ctx, "organisation", organisation.id);
  const change = changes.find(({ id }) => id === changeId);
  const names = await findNamesBySlug(ctx);
  const version = change && versionOf(change, names);
  if (!change || !version?.canRestore) throw new NotFound("that version");
  const old = sectionsBefore(change);
  const now = await readRecord(ctx, organisation.id);
  const sections = sectionNames.filter((section) => old[section]);
  const differences = sections.flatMap((section) => between(section, now, old, names));
  return { organisation, version, sections, differences };
}

function between<S extends RecordSection>(
  section: S,
  now: OrganisationRecord,
  old: Partial<OrganisationRecord>,
  names: NamesBySlug,
): Difference[] {
  return differencesOf(section, now[section], old[section] ?? null, names);
}

/** The sections as they stood before a change, for restoring them. */
export async function findSectionsBefore(
  ctx: Ctx,
  organisationId: string,
  changeId: string,
): Promise<Partial<OrganisationRecord>> {
  const changes = await findHistory(ctx, "organisation", organisationId);
  const change = changes.find(({ id }) => id === changeId);
  const sections = change ? sectionsBefore(change) : {};
  if (Object.keys(sections).length === 0) throw new NotFound("that version");
  return sections;
}
