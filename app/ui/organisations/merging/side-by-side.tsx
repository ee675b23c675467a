import type { MergedRecord } from "#app/domain/organisations/merge/find-both.server.ts";
import { formatDate } from "#app/ui/kit/dates/date-time.ts";
import { organisationKinds, recordStates } from "#db/vocabulary.ts";

/** Facts of two records, the one that stays first. */
export function besideRows(into: MergedRecord, from: MergedRecord) {
  return facts.map(([label, tell]) => ({ key: label, cells: [label, tell(into) || "–", tell(from) || "–"] }));
}

const facts: [string, (record: MergedRecord) => string | null][] = [
  ["Name", ({ name }) => name],
  ["Kind", ({ kind }) => organisationKinds[kind]],
  ["State", ({ state }) => recordStates[state]],
  ["Works in", ({ where }) => where],
  ["Register numbers", ({ numbers }) => numbers.join(", ")],
  ["What it does", ({ description }) => description],
  ["E-mail", ({ email }) => email],
  ["Website", ({ website }) => website],
  ["Confirmed", ({ confirmedOn }) => (confirmedOn ? formatDate(confirmedOn) : "Never")],
  ["Somebody keeps it", ({ hasOwner }) => (hasOwner ? "Yes" : "No")],
];
