import { costLines } from "#app/domain/services/cost.ts";
import { joined } from "#app/domain/services/days-of-week.ts";
import { openingHours } from "#app/domain/services/opening-hours.ts";
import { capacityStates } from "#db/vocabulary.ts";
import { bankHolidayHours } from "#db/vocabulary-keeping.ts";
import { agesInWords } from "./age-words.ts";
import { languageName } from "./languages.ts";
import type { RecordHours, RecordSection, SectionValue, ServiceRecord } from "./service-record.ts";

/** What slugs and ids of a record are called. */
export interface RecordNames {
  topics: readonly { slug: string; name: string }[];
  areas: readonly { slug: string; name: string }[];
  venues: readonly { id: string; name: string }[];
}

export interface SectionLine {
  label: string;
  /** On as many lines as it needs; empty where nothing was said. */
  words: string;
}

/** A section as people read it: its history, two versions side by side, and the task list say it in these lines. */
export function sectionWords({ section, fields }: SectionValue, names: RecordNames): SectionLine[] {
  const write = writers[section] as Writer<typeof section>;
  return Object.entries(write(fields as never, names)).map(([label, words]) => ({ label, words }));
}

type Writer<S extends RecordSection> = (
  fields: ServiceRecord[S],
  names: RecordNames,
) => Record<string, string>;

/** Long before any day that we keep: nothing of a record is over yet. */
const ALWAYS = "1900-01-01";

const writers: { [S in RecordSection]: Writer<S> } = {
  basics: ({ name, summary, description, topics, url }, names) => ({
    ...{ Name: name, "In short": summary, "More about it": description },
    Topics: joined(topics.map((slug) => called(names.topics, slug))),
    "Web address": url ?? "",
  }),
  where: ({ isOnline, venues, areas, areaWords, gettingThere }, names) => ({
    Online: yes(isOnline),
    Places: venues.map(({ id, note }) => [venueName(names, id), note].filter(Boolean).join(": ")).join("\n"),
    "Area it serves": joined([...areas.map((slug) => called(names.areas, slug)), areaWords].filter(Boolean)),
    "How to get there": gettingThere,
  }),
  when: ({ hours, exceptions, words, bankHolidays, isTermTimeOnly }, names) => ({
    Hours: hoursWords(hours, names, "usual"),
    "Different on": hoursWords(exceptions, names, "exceptions"),
    "In words": words,
    "Bank holidays": bankHolidays ? bankHolidayHours[bankHolidays] : "",
    "Term time only": yes(isTermTimeOnly),
  }),
  cost: ({ costs }) => ({ Cost: costLines(costs).join("\n") }),
  contact: ({ email, phones, contacts, referralRoute, funders, assurerEmail }) => ({
    "E-mail": email ?? "",
    Phones: phones
      .map(({ number, extension, description, isPublic }) =>
        told([number, extension && `extension ${extension}`, description], isPublic),
      )
      .join("\n"),
    "People to ask": contacts
      .map(({ name, title, email: address, phones: numbers, isPublic }) =>
        told([name, title, address, ...numbers], isPublic),
      )
      .join("\n"),
    "How to start": referralRoute,
    "Funded by": funders.join("\n"),
    "Vouched for by": assurerEmail ?? "",
  }),
  "who-for": ({ eligibility, minimumAge, maximumAge, languages }) => ({
    "Who it is for": eligibility,
    Ages: agesInWords(minimumAge, maximumAge),
    Languages: languages.map(({ code, note }) => languageName(code) + (note ? ` (${note})` : "")).join(", "),
  }),
  capacity: ({ capacity, waitWeeks, capacityNote }) => ({
    "Room now": capacityStates[capacity],
    "Weeks to wait": waitWeeks === null ? "" : String(waitWeeks),
    Note: capacityNote,
  }),
};

const yes = (is: boolean) => (is ? "Yes" : "");
const called = (names: readonly { slug: string; name: string }[], slug: string) =>
  names.find((one) => one.slug === slug)?.name ?? slug;
const venueName = (names: RecordNames, id: string) =>
  names.venues.find((venue) => venue.id === id)?.name ?? "A place that is gone";

function told(parts: readonly (string | null)[], isPublic: boolean): string {
  return [...parts, ...(isPublic ? [] : ["for partners only"])].filter(Boolean).join(", ");
}

/** The hours of each place under its name. */
function hoursWords(rows: readonly RecordHours[], names: RecordNames, side: "usual" | "exceptions"): string {
  const places = [...new Set(rows.map(({ at }) => at))];
  return places
    .flatMap((at) => {
      const lines = openingHours(
        rows.filter((row) => row.at === at),
        ALWAYS,
      )[side];
      return at === null ? lines : lines.map((line) => `${venueName(names, at)}: ${line}`);
    })
    .join("\n");
}
