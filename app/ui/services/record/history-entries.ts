import type { PastChange } from "#app/domain/history.server.ts";
import { sectionOf } from "#app/domain/services/record/past-section.ts";
import type { RecordNames } from "#app/domain/services/record/section-words.ts";
import { recordSections } from "#app/domain/services/record/service-record.ts";
import { paths } from "#app/paths.ts";
import type { HistoryEntry } from "#app/ui/history/history-list.tsx";
import { type RecordState, recordStates } from "#db/vocabulary.ts";
import { differences, type WordRow } from "./version-rows.ts";

/** Deeds of the record as sentences; one that is not listed is said as it was recorded. */
const deeds: Readonly<Record<string, string>> = {
  "begin service": "Begun as a draft",
  "copy service": "Begun as a copy of another",
  "publish service": "Published",
  "ask to publish service": "Sent for approval",
  "withdraw publication of service": "Taken back to a draft",
  "approve service": "Approved and published",
  "approve name of service": "New name approved",
  "decline service": "Not approved: a draft again",
  "close service for a while": "Closed for a while",
  "reopen service": "Opened again",
  "archive service": "Archived",
  "restore service": "Brought back",
  "restore version of service": "An earlier version put back",
  "add place to service": "A place added",
  "confirm record": "Confirmed that everything is still right",
};

export type WordEntry = Omit<HistoryEntry, "rows"> & { rows: WordRow[] };

/** The changes of a service in words, each that has one with the way back to the version before it. */
export function historyEntries(
  slug: string,
  changes: readonly PastChange[],
  names: RecordNames,
): WordEntry[] {
  return changes.map(({ id, at, deed, who, before, after }) => {
    const [was, is] = [sectionOf(before), sectionOf(after)];
    const said = deeds[deed] ?? `${deed.charAt(0).toUpperCase()}${deed.slice(1)}`;
    if (!was || !is) return { id, at, who, what: said, rows: stateRows(before, after) };
    const section = recordSections[is.section];
    return {
      ...{ id, at, who, rows: differences(was, is, names), href: paths.serviceVersion(slug, id) },
      what: deed === "change service" ? `Changed: ${section}` : `${said}: ${section}`,
    };
  });
}

function stateRows(before: unknown, after: unknown): WordRow[] {
  const [was, is] = [stateOf(before), stateOf(after)];
  return was && is && was !== is ? [{ label: "State", before: was, after: is }] : [];
}

function stateOf(side: unknown): string | null {
  const { state } = (side as { state?: { state?: string; stateNote?: string } } | null) ?? {};
  const word = state?.state;
  if (!word || !(word in recordStates)) return null;
  return [recordStates[word as RecordState], state.stateNote].filter(Boolean).join(": ");
}
