import * as v from "valibot";
import { type OrganisationKind, organisationKinds, wordsOf } from "#db/vocabulary.ts";

/** The periods of the upkeep ladder; days are counted from the day a confirmation falls due. */
export interface UpkeepSettings {
  reviewMonths: number;
  warnDaysBefore: number;
  leadAfterDays: number;
  teamAfterDays: number;
  leavesResultsAfterDays: number;
  reportClimbsAfterDays: number;
}

const number = (what: string, from: number, to: number) => {
  const message = `${what} must be a whole number from ${from} to ${to}`;
  return v.pipe(
    v.string(message),
    v.trim(),
    v.regex(/^\d{1,4}$/, message),
    v.transform(Number),
    v.minValue(from, message),
    v.maxValue(to, message),
  );
};

/** Months, "never", or nothing: as everybody else. */
const ownPeriod = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.toLowerCase(),
    v.regex(
      /^(never|[1-9]|[1-5]\d|60)?$/,
      "Write a number of months from 1 to 60, “never”, or leave it empty",
    ),
    v.transform((text) => (text === "" ? undefined : text === "never" ? null : Number(text))),
  ),
  "",
);

/** The kinds whose organisations, or whose services, may have a period of their own. */
export const periodNouns = ["organisation", "service"] as const;
export type PeriodNoun = (typeof periodNouns)[number];

export const periodField = (noun: PeriodNoun, kind: OrganisationKind) => `${noun}-${kind}`;

const periodFields = Object.fromEntries(
  periodNouns.flatMap((noun) =>
    wordsOf(organisationKinds).map((kind) => [periodField(noun, kind), ownPeriod]),
  ),
);

/** Each number by itself, then their order: the ladder only goes up. */
export const UpkeepForm = v.pipe(
  v.object({
    reviewMonths: number("How long a confirmation lasts", 1, 60),
    warnDaysBefore: number("The first reminder", 1, 90),
    leadAfterDays: number("When the network lead is told", 1, 3000),
    teamAfterDays: number("When the Assembly team is told", 2, 3000),
    leavesResultsAfterDays: number("When a record leaves the results", 3, 3650),
    reportClimbsAfterDays: number("When a report climbs", 1, 90),
    ...periodFields,
  }),
  v.forward(
    v.partialCheck(
      [["leadAfterDays"], ["teamAfterDays"]],
      (set) => set.teamAfterDays > set.leadAfterDays,
      "The Assembly team must be told later than the network lead",
    ),
    ["teamAfterDays"],
  ),
  v.forward(
    v.partialCheck(
      [["teamAfterDays"], ["leavesResultsAfterDays"]],
      (set) => set.leavesResultsAfterDays > set.teamAfterDays,
      "A record must leave the results later than the Assembly team is told",
    ),
    ["leavesResultsAfterDays"],
  ),
);
export type UpkeepForm = v.InferOutput<typeof UpkeepForm>;
