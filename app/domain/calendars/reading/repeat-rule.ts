import type { Options } from "rrule";
import rrule from "rrule";

const { Weekday } = rrule;

/** A repeat rule of RFC 5545 §3.3.10, checked. `until` stays as written: its meaning depends on the series. */
export interface Rule {
  readonly options: Partial<Options> & { freq: number; interval: number };
  readonly until: string | null;
}

const days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const frequencies = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"];

const numberLists = {
  BYMONTH: { key: "bymonth", least: 1, most: 12 },
  BYMONTHDAY: { key: "bymonthday", least: 1, most: 31, back: true },
  BYYEARDAY: { key: "byyearday", least: 1, most: 366, back: true },
  BYWEEKNO: { key: "byweekno", least: 1, most: 53, back: true },
  BYHOUR: { key: "byhour", least: 0, most: 23 },
  BYMINUTE: { key: "byminute", least: 0, most: 59 },
  BYSECOND: { key: "bysecond", least: 0, most: 60 },
  BYSETPOS: { key: "bysetpos", least: 1, most: 366, back: true },
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
  const options: Partial<Options> = {};
  let until: string | null = null;
  for (const [name, value] of parts) {
    if (allDay && times.test(name)) continue;
    if (name === "UNTIL") until = value;
    else if (!readPart(name, value, options)) return null;
  }
  const { freq, interval = 1 } = options;
  return freq === undefined ? null : { options: { ...options, freq, interval }, until };
}

function readPart(name: string, value: string, options: Partial<Options>): boolean {
  if (name === "FREQ") {
    options.freq = frequencies.indexOf(value);
    return options.freq >= 0;
  }
  if (name === "INTERVAL" || name === "COUNT") {
    options[name === "COUNT" ? "count" : "interval"] = Number(value);
    return /^\d{1,6}$/.test(value) && Number(value) > 0;
  }
  if (name === "WKST") {
    options.wkst = days.indexOf(value);
    return options.wkst >= 0;
  }
  if (name === "BYDAY") return readDays(value, options);
  if (!(name in numberLists)) return false;
  const list = numberLists[name as keyof typeof numberLists];
  const numbers = value.split(",").map((item) => (/^[+-]?\d{1,3}$/.test(item) ? Number(item) : Number.NaN));
  options[list.key] = numbers;
  return numbers.every((item) => {
    const size = "back" in list ? Math.abs(item) : item;
    return size >= list.least && size <= list.most;
  });
}

function readDays(value: string, options: Partial<Options>): boolean {
  const found = value.split(",").map((item) => /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(item));
  if (found.some((match) => match === null || Number(match[1] ?? 1) === 0)) return false;
  options.byweekday = found.map((match) => {
    const weekday = days.indexOf(match?.[2] ?? "");
    return new Weekday(weekday, match?.[1] ? Number(match[1]) : undefined);
  });
  return true;
}
