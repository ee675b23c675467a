import { sql } from "drizzle-orm";
import { findAsker } from "#app/domain/cases/ask-about-case.server.ts";
import { type Case, type CaseOf, isForApproval, isOpen, reportChoices } from "#app/domain/cases/case.ts";
import { findKeepers } from "#app/domain/cases/find-handlers.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import {
  type Duplicate,
  findDuplicates,
} from "#app/domain/organisations/duplicates/find-duplicates.server.ts";
import { mayEditOrganisation } from "#app/domain/organisations/policy.ts";
import {
  type Difference,
  differencesOf,
  sectionInWords,
} from "#app/domain/organisations/record/differences.ts";
import { findNamesBySlug } from "#app/domain/organisations/record/names-by-slug.server.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import {
  isSection,
  type OrganisationRecord,
  sectionNames,
  withoutHiddenAddress,
} from "#app/domain/organisations/record/record.ts";
import { editPageOf, findRecord, pageOf, previewOf } from "#app/domain/upkeep/about-record.server.ts";
import { findReviewed } from "#app/domain/upkeep/confirming/find-due.server.ts";
import { dayInWords } from "#app/domain/upkeep/day-in-words.ts";
import { mayMend } from "#app/domain/upkeep/policy.ts";
import { identifierSchemes } from "#db/vocabulary.ts";
import { type RegisterAnswer, registerAnswers } from "#db/vocabulary-keeping.ts";
import { findOpportunityLines, findServiceLines } from "./find-lines.server.ts";

export interface Line {
  label: string;
  value: string;
}

/** What a handler needs to see in order to decide. */
export interface Preview {
  about: {
    name: string;
    page: string | null;
    /** The page as it will be, of what waits to be published. */
    preview: string | null;
    /** Where to mend it, for a handler who may. */
    edit: string | null;
  };
  /** What the record says, or what was said about it. */
  lines: Line[];
  /** Of a change: the published version beside the new one. */
  differences: Difference[];
  duplicates: Duplicate[];
  /** Who keeps the record now, by name. */
  keepers: string[];
  /** Somebody can be asked: they left an address. */
  canBeAsked: boolean;
}

/** All about a case that the actor has found. */
export async function findPreview(ctx: Ctx, at: Case): Promise<Preview> {
  const record = await findRecord(ctx, at.noun, at.recordId);
  const keepers = await findKeepers(ctx, at.organisationId);
  return {
    about: {
      ...{ name: record.name, page: pageOf(record) },
      preview: at.kind === "change" && isOpen(at) ? previewOf(record) : null,
      edit: !isForApproval(at) && mayMend(ctx.actor, at.organisationId) ? editPageOf(record) : null,
    },
    lines: [],
    differences: [],
    duplicates: [],
    keepers: keepers.map(({ name }) => name),
    canBeAsked: (await findAsker(ctx, at)) !== null,
    ...(await findOfKind(ctx, at)),
  };
}

async function findOfKind(ctx: Ctx, at: Case): Promise<Partial<Preview>> {
  if (at.kind === "registration") return findRegistered(ctx, at);
  if (at.kind === "change") return findChange(ctx, at);
  if (at.kind === "claim") {
    const { role = "", howToCheck = "" } = at.details;
    return { lines: given({ "Their part in it": role, "How to check that it is them": howToCheck }) };
  }
  if (at.kind === "report") {
    const { choice, words } = at.details;
    return { lines: given({ "What is wrong": reportChoices[choice], "In their words": words }) };
  }
  return { lines: await findLate(ctx, at) };
}

/** Every answer of a registration, what the registers say of its numbers, and who else it may be. */
async function findRegistered(ctx: Ctx, at: CaseOf<"registration">): Promise<Partial<Preview>> {
  const [record, names] = [await readRecord(ctx, at.recordId), await findNamesBySlug(ctx)];
  const lines = sectionNames.flatMap((section) => sectionInWords(section, record[section], names));
  const { places, districts } = record.where;
  const reach = await findReachIds(ctx, places, districts);
  const { identifiers } = record.numbers;
  const like = { name: record.names.name, identifiers, ...reach, exceptId: at.recordId };
  return {
    lines: [
      ...given({ "Their part in it": at.details.role ?? "" }),
      ...lines,
      ...(await findRegisterAnswers(ctx, at.recordId)),
    ],
    duplicates: await findDuplicates(ctx, like),
  };
}

async function findRegisterAnswers({ db }: Ctx, organisationId: string): Promise<Line[]> {
  const rows = await db.execute<{ scheme: string; answer: RegisterAnswer; registerName: string | null }>(sql`
    select scheme, answer, register_name as "registerName"
    from organisation_identifiers where organisation_id = ${organisationId} order by scheme, identifier`);
  return rows.map(({ scheme, answer, registerName }) => ({
    label: `${identifierSchemes[scheme as keyof typeof identifierSchemes]}: what the register says`,
    value: registerName ? `${registerAnswers[answer]}: ${registerName}` : registerAnswers[answer],
  }));
}

async function findReachIds({ db }: Ctx, places: string[], districts: string[]) {
  const rows = await db.execute<{ what: string; id: string }>(sql`
    select 'place' as what, id from places where slug = any(${sql.param(places)}::text[])
    union all select 'district', id from districts where slug = any(${sql.param(districts)}::text[])`);
  const idsOf = (wanted: string) => rows.filter(({ what }) => what === wanted).map(({ id }) => id);
  return { placeIds: idsOf("place"), districtIds: idsOf("district") };
}

/** An edit says both versions; a first publication is shown whole. */
async function findChange(ctx: Ctx, at: CaseOf<"change">): Promise<Partial<Preview>> {
  const { section, before, after } = at.details;
  if (at.noun === "opportunity") return { lines: await findOpportunityLines(ctx, at.recordId) };
  if (section === undefined) return { lines: await findServiceLines(ctx, at.recordId) };
  if (at.noun === "service") return { differences: plainDifferences(before ?? {}, after ?? {}) };
  if (!isSection(section)) return {};
  const names = await findNamesBySlug(ctx);
  const [old, asked] = [before, after] as unknown as (OrganisationRecord[typeof section] | null)[];
  return { differences: differencesOf(section, old ?? null, asked ?? null, names) };
}

function plainDifferences(before: Record<string, unknown>, after: Record<string, unknown>): Difference[] {
  return Object.entries(after).map(([key, value]) => ({
    label: key.charAt(0).toUpperCase() + key.slice(1),
    before: String(before[key] ?? ""),
    after: String(value ?? ""),
  }));
}

/** What is not confirmed, and how the organisation can be reached. */
async function findLate(ctx: Ctx, at: Case): Promise<Line[]> {
  const today = londonDay(ctx.now);
  const late = await findReviewed(ctx, { organisationIds: [at.organisationId], dueBy: today });
  const [record, names] = [await readRecord(ctx, at.organisationId), await findNamesBySlug(ctx)];
  const isOwn = mayEditOrganisation(ctx.actor, at.organisationId);
  return [
    ...late.map(({ name, confirmedOn, dueOn }) => ({
      label: name,
      value: `${confirmedOn ? `Confirmed on ${dayInWords(confirmedOn)}` : "Never confirmed"}, due on ${dayInWords(dueOn)}`,
    })),
    ...sectionInWords("contact", isOwn ? record.contact : withoutHiddenAddress(record.contact), names),
  ];
}

const given = (facts: Record<string, string>): Line[] =>
  Object.entries(facts).flatMap(([label, value]) => (value ? [{ label, value }] : []));
