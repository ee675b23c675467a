import * as v from "valibot";
import { sectionInputs } from "#app/domain/services/input/inputs.ts";
import type { ServiceChoices } from "#app/domain/services/record/find-choices.server.ts";
import { type RecordNames, sectionWords } from "#app/domain/services/record/section-words.ts";
import type { SectionValue } from "#app/domain/services/record/service-record.ts";
import type { VersionRow } from "#app/ui/kit/forms/both-versions.tsx";

/** What slugs and ids are called, from what the forms offer. */
export function namesOf({ topics, areas, venues }: ServiceChoices): RecordNames {
  return { areas, venues, topics: topics.flatMap((group) => group.topics) };
}

export interface WordRow {
  label: string;
  before: string;
  after: string;
}

/** The lines of a section that differ between two versions. */
export function differences(before: SectionValue, after: SectionValue, names: RecordNames): WordRow[] {
  const then = sectionWords(before, names);
  return sectionWords(after, names).flatMap(({ label, words }, at) => {
    const was = then[at]?.words ?? "";
    return was === words ? [] : [{ label, before: was, after: words }];
  });
}

/** Both versions of a section that two people edited at once: what is saved now, and what was typed here. */
export function versionRows(
  theirs: SectionValue,
  typed: Record<string, string>,
  names: RecordNames,
): VersionRow[] {
  const read = v.safeParse(sectionInputs[theirs.section], typed);
  if (!read.success) return [];
  const mine = { section: theirs.section, fields: read.output } as SectionValue;
  return differences(theirs, mine, names).map(({ label, before, after }) => ({
    ...{ label, theirs: before, mine: after },
  }));
}
