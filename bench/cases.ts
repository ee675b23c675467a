/** What is measured: a page of the site against its limit. `{n}` makes each address new, so that no kept page answers. */
export interface Case {
  name: string;
  site: string;
  /** On the bare server; or, where it begins with `site:`, another address of the site itself. */
  limit: string;
  limitName: string;
  /** The ratio to reach, from the performance goals; null where it is only told. */
  goal: number | null;
}

/** What people type, as many different words as there are topics: `{q}` takes them in turn. */
export const questions = [
  "food bank",
  "help with debt",
  "somewhere to go when I'm lonely",
  "lift to hospital",
  "benefits advice",
  "dementia cafe",
  "walking group",
  "english classes",
  "youth club",
  "bereavement support",
  "carer",
  "housing problem",
  "mens shed",
  "autism",
  "volunteer driver",
  "warm space",
];

export const cases: readonly Case[] = [
  [
    "Search page, first time",
    "/search?q={q}&n={n}",
    "/react/search?q={q}",
    "bare React page, same statements",
    0.3,
  ],
  [
    "Search page, first time",
    "/search?q={q}&n={n}",
    "/json/search?q={q}",
    "bare JSON, same statements",
    null,
  ],
  ["Search page, asked again", "/search?q={q}", "site:/search?q={q}&n={n}", "its own first time", 8],
  [
    "/api/search, first time",
    "/api/search?q={q}&n={n}",
    "/json/search?q={q}",
    "bare JSON, same statements",
    0.5,
  ],
  [
    "Service page, first time",
    "/services/{slug}?n={n}",
    "/react/service?slug={slug}",
    "bare React page, same statements",
    0.3,
  ],
  [
    "Service page, first time",
    "/services/{slug}?n={n}",
    "/json/service?slug={slug}",
    "bare JSON, same statements",
    null,
  ],
  ["Service page, asked again", "/services/{slug}", "site:/services/{slug}?n={n}", "its own first time", 8],
  [
    "Organisations, first time",
    "/organisations?n={n}",
    "/react/organisations",
    "bare React page, same statements",
    0.3,
  ],
  [
    "Organisations, first time",
    "/organisations?n={n}",
    "/json/organisations",
    "bare JSON, same statements",
    null,
  ],
  [
    "Organisations, last page",
    "/organisations?{last}&n={n}",
    "site:/organisations?n={n}",
    "the first page",
    0.9,
  ],
  [
    "Feed of 500 meetings, made",
    "/calendars/{cold}.ics",
    "/feed/joined?group={cold}",
    "bare join of stored texts",
    0.8,
  ],
  [
    "Feed of 500 meetings, kept",
    "/calendars/{group}.ics",
    "/feed/kept?group={group}",
    "the same bytes from memory",
    0.5,
  ],
].map(([name, site, limit, limitName, goal]) => ({ name, site, limit, limitName, goal }) as Case);
