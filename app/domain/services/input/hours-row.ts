import * as v from "valibot";
import { weekDayOf } from "#app/domain/services/days-of-week.ts";
import type { RecordHours } from "#app/domain/services/record/service-record.ts";
import type { FormRow } from "./read-form.ts";
import { line, OptionalDay, OptionalTime } from "./shapes.ts";

/** How often a row of hours comes round: the words of its choice, and the week of the month by iCalendar's number. */
export const rhythms = {
  "1": "Every week",
  "2": "Every second week",
  m1: "First of the month",
  m2: "Second of the month",
  m3: "Third of the month",
  m4: "Fourth of the month",
  "m-1": "Last of the month",
  "m1,3": "First and third of the month",
  "m2,4": "Second and fourth of the month",
} as const;
export type Rhythm = keyof typeof rhythms;
const rhythmNames = Object.keys(rhythms) as Rhythm[];

export const dayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
type DayCode = (typeof dayCodes)[number];

const Days = v.pipe(
  v.string(),
  v.transform((text) => dayCodes.filter((code) => text.split(",").includes(code))),
);
const RhythmChoice = v.pipe(
  v.string(),
  v.transform((text) => (text === "" ? "1" : text)),
  v.picklist(rhythmNames, "Choose how often"),
);
const At = v.pipe(
  v.string(),
  v.transform((text) => text || null),
  v.nullable(v.pipe(v.string(), v.uuid("Choose a place from the list"))),
);

/** One row of the form: one schedule, or two where a night goes over midnight. */
export function readHours(row: FormRow): RecordHours[] {
  const days = row.one("days", Days);
  if (days?.length === 0) row.wrong("days", "Choose the day or days of the week");
  const every = row.one("every", RhythmChoice);
  const opensAt = row.one("opens", OptionalTime);
  const closesAt = row.one("closes", OptionalTime);
  const isMorning = saysMorning(row.one("closes", v.string()));
  const from = row.one("from", OptionalDay("Enter a real date to start from"));
  const until = row.one("until", OptionalDay("Enter a real date to end on"));
  const rest = { at: row.one("at", At), description: row.one("words", line("The note", 200)) };
  if (!opensAt && closesAt) row.wrong("opens", "Enter when it opens");
  if (every === "2" && from === null)
    row.wrong("from", "Say the date of one of these weeks, so that people know which");
  if (from && until && until < from) row.wrong("until", "The last day must not be before the first");
  if (!days || !every) return [];
  const base = { ...rest, ...span(every, from, until), ...patternOf(every, days), isClosed: false };
  return overnight({ ...base, bymonthday: null, opensAt, closesAt }, { every, isMorning }, (problem) =>
    row.wrong("closes", problem),
  );
}

/** Every second week counts from its first day, which the database keeps apart. */
function span(every: Rhythm, from: string | null, until: string | null) {
  return every === "2"
    ? { validFrom: null, dtstart: from, validTo: until }
    : { validFrom: from, dtstart: null, validTo: until };
}

function patternOf(every: Rhythm, days: readonly DayCode[]) {
  if (every === "1" || every === "2")
    return { freq: "WEEKLY" as const, interval: Number(every), byday: days.join(",") };
  const weeks = every.slice(1).split(",");
  const byday = days.flatMap((code) => weeks.map((week) => `${week}${code}`)).join(",");
  return { freq: "MONTHLY" as const, interval: 1, byday };
}

/** "8am" and "08:00" are the morning; a bare "8" after "6pm" may be that evening. */
const saysMorning = (typed: string) => /^\s*0|am\s*$/i.test(typed);

/** From five in the evening to ten in the morning: what else ends before it begins is a slip ("10" to "2"). */
const isNight = (opensAt: string, closesAt: string) => opensAt >= "17:00" && closesAt <= "10:00";

/** Whether the closing time, read as the afternoon's or evening's, is after the opening too ("6pm" to "8"). */
const mayBeEvening = (opensAt: string, closesAt: string) =>
  `${Number(closesAt.slice(0, 2)) + 12}${closesAt.slice(2)}` > opensAt;

/** A night becomes an evening until 24:00 and the morning of the day after. */
function overnight(
  row: RecordHours,
  { every, isMorning }: { every: Rhythm; isMorning: boolean },
  refuse: (problem: string) => void,
): RecordHours[] {
  const { opensAt, closesAt } = row;
  if (!opensAt || !closesAt || closesAt > opensAt) return [row];
  if (closesAt === "00:00") return [{ ...row, closesAt: "24:00" }];
  if (!isNight(opensAt, closesAt)) {
    refuse("The closing time is before the opening time. Write 2pm or 14:00 for two in the afternoon");
    return [];
  }
  if (!isMorning && mayBeEvening(opensAt, closesAt)) {
    refuse("Say whether it closes in the morning or in the evening: write 8am or 8pm");
    return [];
  }
  if (every !== "1") {
    refuse("Hours that go over midnight can only be given for every week");
    return [];
  }
  const before = (row.byday ?? "").split(",");
  const next = dayCodes.filter((_, at) => before.includes(String(dayCodes[(at + 6) % 7]))).join(",");
  return [
    { ...row, closesAt: "24:00" },
    { ...row, byday: next, opensAt: "00:00" },
  ];
}

/** A row of hours as the form shows it; null for hours that its fields cannot say (their row is then kept as it is). */
export function hoursValues(row: RecordHours): Record<string, string> | null {
  const every = rhythmOf(row);
  if (!every || row.isClosed || row.bymonthday) return null;
  const days = every.startsWith("m") ? [...(row.byday ?? "").matchAll(/[A-Z]{2}/g)].map(String) : daysOf(row);
  if (days.length === 0 || (row.validFrom !== null && every === "2")) return null;
  return {
    ...{ at: row.at ?? "", days: [...new Set(days)].join(","), every },
    ...{ opens: row.opensAt ?? "", closes: (row.closesAt ?? "").replace("24:00", "00:00") },
    ...{ from: row.validFrom ?? (every === "2" ? row.dtstart : null) ?? "", until: row.validTo ?? "" },
    words: row.description,
  };
}

const daysOf = ({ byday, dtstart }: RecordHours): string[] =>
  byday ? byday.split(",") : dtstart ? [String(dayCodes[weekDayOf(dtstart)])] : [];

function rhythmOf({ freq, interval, byday }: RecordHours): Rhythm | null {
  if (freq === "WEEKLY") return interval === 1 || interval === 2 ? (String(interval) as Rhythm) : null;
  if (freq !== "MONTHLY" || interval !== 1) return null;
  const weeks = new Map<string, Set<string>>();
  for (const [, week = "", day = ""] of (byday ?? "").matchAll(/([+-]?\d*)([A-Z]{2})/g))
    weeks.set(day, (weeks.get(day) ?? new Set()).add(week.replace("+", "")));
  const patterns = new Set([...weeks.values()].map((set) => `m${[...set].sort().join(",")}`));
  const [only] = patterns;
  return patterns.size === 1 ? (rhythmNames.find((name) => name === only) ?? null) : null;
}

/** A closure, or an opening on named days only. Without times it is a closure. */
export function readException(row: FormRow): RecordHours {
  const from = row.one("from", OptionalDay("Enter a real date"));
  const to = row.one("to", OptionalDay("Enter a real date"));
  const opensAt = row.one("opens", OptionalTime);
  const closesAt = row.one("closes", OptionalTime);
  if (from === null) row.wrong("from", "Enter the first day");
  if (from && to && to < from) row.wrong("to", "The last day must not be before the first");
  if (!opensAt && closesAt) row.wrong("opens", "Enter when it opens");
  if (opensAt && closesAt && closesAt !== "00:00" && closesAt <= opensAt)
    row.wrong("closes", "The closing time must be after the opening time");
  return {
    ...{ at: row.one("at", At), description: row.one("words", line("The note", 200)) },
    ...{ validFrom: from, validTo: to ?? from, dtstart: null, freq: null, interval: 1 },
    ...{ byday: null, bymonthday: null, opensAt, closesAt: closesAt === "00:00" ? "24:00" : closesAt },
    isClosed: !opensAt,
  };
}

export function exceptionValues(row: RecordHours): Record<string, string> | null {
  const isPlain = row.freq === null && row.validFrom !== null && row.validTo !== null && !row.bymonthday;
  if (!isPlain || row.dtstart !== null || row.isClosed === (row.opensAt !== null)) return null;
  return {
    ...{
      at: row.at ?? "",
      from: row.validFrom ?? "",
      to: row.validTo === row.validFrom ? "" : (row.validTo ?? ""),
    },
    ...{
      opens: row.opensAt ?? "",
      closes: (row.closesAt ?? "").replace("24:00", "00:00"),
      words: row.description,
    },
  };
}
