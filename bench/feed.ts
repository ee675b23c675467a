/** A feed as a large organisation publishes it, the same at each call: 5 MB, 5,000 events, 300 of them weekly series. */
export function largeFeed(): string {
  const random = randomFrom(20_260_414);
  const singles = Array.from({ length: EVENTS - SERIES }, (_, n) => single(n, random));
  const series = Array.from({ length: SERIES }, (_, n) => weekly(n, random));
  return [...head, ...shuffled([...singles, ...series], random).flat(), "END:VCALENDAR", ""].join("\r\n");
}

/** What the feed is read for: 1 month back and 15 ahead of its day. */
export const largeFeedWindow = {
  from: new Date("2026-03-14T00:00:00Z"),
  to: new Date("2027-07-14T00:00:00Z"),
};

const EVENTS = 5000;
const SERIES = 300;
const day = 86_400_000;

const head = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
  "METHOD:PUBLISH",
  "X-WR-CALNAME:What is on in the county",
  "X-WR-TIMEZONE:Europe/London",
  ...["BEGIN:VTIMEZONE", "TZID:Europe/London"],
  ...["BEGIN:DAYLIGHT", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "DTSTART:19700329T010000"],
  ...["RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT"],
  ...["BEGIN:STANDARD", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "DTSTART:19701025T020000"],
  ...["RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE"],
];

const titles = ["Coffee morning", "Food bank", "Repair café", "Place network", "Carers’ lunch", "Chair yoga"];
const venues = [
  "The Forum\\, Norwich",
  "Long Stratton Pavilion",
  "St Stephen’s Hall\\, Beccles",
  "Town Hall",
];
const sentences = [
  "Everyone who runs something in the county is welcome\\, whether or not they have come before.",
  "Papers follow a week ahead; please bring your own mug.\\n\\nTea and coffee from half past nine.",
  "The room has a hearing loop and level access\\, and there is parking behind the building.",
  "What shall we raise with the Place Board? Send your questions to the secretary by Friday.",
  '<p>Book at <a href="https://forum.example/book">the Forum</a> or come along on the day.</p>',
];

type Random = (below: number) => number;

function single(n: number, random: Random): string[] {
  const date = Date.UTC(2024, 0, 1) + random(1400) * day;
  const times =
    n % 9 === 0
      ? [`DTSTART;VALUE=DATE:${basic(date)}`, `DTEND;VALUE=DATE:${basic(date + day)}`]
      : timesOf(date, 9 + random(9));
  return event(`single-${n}@county.example`, times, n, random);
}

/** A weekly series of two years or without an end, with four dates taken out and two changed. */
function weekly(n: number, random: Random): string[] {
  const first = Date.UTC(2025, 5 + random(8), 1 + random(28));
  const hour = 9 + random(9);
  const uid = `series-${n}@county.example`;
  const on = (week: number) => first + week * 7 * day;
  const out = [2, 30, 45, 60].map((week) => `${basic(on(week))}T${two(hour)}0000`);
  const rule = n % 3 === 0 ? "FREQ=WEEKLY;COUNT=104" : "FREQ=WEEKLY";
  const master = [...timesOf(first, hour), `RRULE:${rule}`, `EXDATE;TZID=Europe/London:${out.join(",")}`];
  const changed = [40, 52].flatMap((week) => {
    const slot = `RECURRENCE-ID;TZID=Europe/London:${basic(on(week))}T${two(hour)}0000`;
    return event(uid, [slot, ...timesOf(on(week) + day, hour)], n, random);
  });
  return [...event(uid, master, n, random), ...changed];
}

const timesOf = (date: number, hour: number): string[] => [
  `DTSTART;TZID=Europe/London:${basic(date)}T${two(hour)}0000`,
  `DTEND;TZID=Europe/London:${basic(date)}T${two(hour + 1)}3000`,
];

function event(uid: string, times: string[], n: number, random: Random): string[] {
  const description = Array.from({ length: 3 + random(4) }, () => pick(sentences, random)).join(" ");
  const lines = [
    "BEGIN:VEVENT",
    ...times,
    `UID:${uid}`,
    "DTSTAMP:20260410T090000Z",
    "CREATED:20250901T090000Z",
    "LAST-MODIFIED:20260401T090000Z",
    `SUMMARY:${pick(titles, random)} ${n}`,
    `LOCATION:${pick(venues, random)}`,
    `DESCRIPTION:${description}`,
    `CATEGORIES:${n % 2 ? "Community,Health" : "Meetings"}`,
    `URL:https://county.example/events/${n}`,
    "ORGANIZER;CN=County Diary:mailto:diary@county.example",
    ...["SEQUENCE:1", "STATUS:CONFIRMED", "END:VEVENT"],
  ];
  return lines.flatMap(folded);
}

/** At most 75 octets a line (RFC 5545 §3.1); three a character are allowed for. */
function folded(line: string): string[] {
  const pieces: string[] = [];
  for (let rest = line; rest !== ""; ) {
    let end = Math.min(rest.length, 74);
    while (Buffer.byteLength(rest.slice(0, end)) > 74) end -= 1;
    pieces.push(`${pieces.length > 0 ? " " : ""}${rest.slice(0, end)}`);
    rest = rest.slice(end);
  }
  return pieces;
}

const two = (number: number): string => String(number).padStart(2, "0");
const basic = (date: number): string => new Date(date).toISOString().slice(0, 10).replaceAll("-", "");
const pick = <T>(list: readonly T[], random: Random): T => list[random(list.length)] as T;

function shuffled<T>(list: T[], random: Random): T[] {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = random(at + 1);
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
  return list;
}

/** Numbers that look random and are the same each time (a linear congruential generator). */
function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
