const days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const frequencies = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"] as const;

export type Frequency = (typeof frequencies)[number];

/** Monday is 0; `nth` counts within a month or year, from its end if it is negative, and is 0 for every one. */
export interface RuleDay {
  readonly weekday: number;
  readonly nth: number;
}

/** A repeat rule of RFC 5545 §3.3.10, checked. `until` stays as written: its meaning depends on the series. */
export interface Rule extends Readonly<Lists> {
  readonly freq: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly until: string | null;
  /** Monday is 0. */
  readonly weekStart: number;
  readonly byDay?: readonly RuleDay[];
}

type Lists = { [key in (typeof numberLists)[keyof typeof numberLists]["key"]]?: readonly number[] };
type Parts = { -readonly [key in keyof Rule]?: Rule[key] };

const numberLists = {
  BYMONTH: { key: "byMonth", least: 1, most: 12 },
  BYMONTHDAY: { key: "byMonthDay", least: 1, most: 31, back: true },
  BYYEARDAY: { key: "byYearDay", least: 1, most: 366, back: true },
  BYWEEKNO: { key: "byWeekNo", least: 1, most: 53, back: true },
  BYHOUR: { key: "byHour", least: 0, most: 23 },
  BYMINUTE: { key: "byMinute", least: 0, most: 59 },
  BYSECOND: { key: "bySecond", least: 0, most: 60 },
  BYSETPOS: { key: "bySetPos", least: 1, most: 366, back: true },
} as const;

/** Times of day, which mean nothing in a series of whole days and are passed over there (RFC 5545 §3.3.10). */
const times = /^(?:BYHOUR|BYMINUTE|BYSECOND)$/;

/** Reads `FREQ=WEEKLY;BYDAY=TU`; null where a part is missing, unknown or out of range. */
export function readRule(text: string, allDay = false): Rule | null {
  const parts = new Map<string, string>();
  for (const part of text.replace(/\s+/g, "").toUpperCase().split(";")) {
    if (part === "") continue;
    const [name = "", value = "", ...more] = part.split("=");
    // It goes out again as it is written
    if (value === "" || more.length > 0 || parts.has(name)) return null;
    if (!name.startsWith("X-")) parts.set(name, value);
  }
  const rule: Parts = {};
  for (const [name, value] of parts) {
    if (allDay && times.test(name)) continue;
    if (!readPart(name, value, rule)) return null;
  }
  const { freq, interval = 1, count = null, until = null, weekStart = 0, ...lists } = rule;
  return freq === undefined ? null : { freq, interval, count, until, weekStart, ...lists };
}

function readPart(name: string, value: string, rule: Parts): boolean {
  if (name === "FREQ") {
    rule.freq = frequencies.find((known) => known === value);
    return rule.freq !== undefined;
  }
  if (name === "INTERVAL" || name === "COUNT") {
    rule[name === "COUNT" ? "count" : "interval"] = Number(value);
    // Programs write the largest number that they know for "no end": 2147483647, or one of 19 digits
    return /^\d{1,20}$/.test(value) && Number(value) > 0;
  }
  if (name === "UNTIL") rule.until = value;
  if (name === "UNTIL") return true;
  if (name === "WKST") {
    rule.weekStart = days.indexOf(value);
    return rule.weekStart >= 0;
  }
  if (name === "BYDAY") return readDays(value, rule);
  if (!(name in numberLists)) return false;
  const list = numberLists[name as keyof typeof numberLists];
  const numbers = value.split(",").map((item) => (/^[+-]?\d{1,3}$/.test(item) ? Number(item) : Number.NaN));
  rule[list.key] = [...new Set(numbers)];
  return numbers.every((item) => {
    const size = "back" in list ? Math.abs(item) : item;
    return size >= list.least && size <= list.most;
  });
}

function readDays(value: string, rule: Parts): boolean {
  const found = value.split(",").map((item) => /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(item));
  if (found.some((match) => match === null || Number(match[1] ?? 1) === 0)) return false;
  rule.byDay = found.map((match) => ({
    weekday: days.indexOf(match?.[2] ?? ""),
    nth: Number(match?.[1] ?? 0),
  }));
  return true;
}
