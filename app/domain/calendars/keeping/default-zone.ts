import { homeZone, zoneNamed } from "#app/domain/calendars/time-zone.ts";

/** A zone to choose: its IANA name, and what people call it. */
export interface ZoneChoice {
  name: string;
  words: string;
}

/** What the keepers of calendars in Norfolk and Waveney need, and what programs from elsewhere are set to. */
const often: readonly ZoneChoice[] = [
  { name: homeZone, words: "London (United Kingdom)" },
  { name: "Europe/Dublin", words: "Dublin (Ireland)" },
  { name: "Europe/Paris", words: "Paris, Berlin, Amsterdam (Central Europe)" },
  { name: "Europe/Athens", words: "Athens, Bucharest, Vilnius (Eastern Europe)" },
  { name: "America/New_York", words: "New York (United States, Eastern)" },
  { name: "America/Los_Angeles", words: "Los Angeles (United States, Pacific)" },
  { name: "UTC", words: "UTC (universal time, without summer time)" },
];

/** ICU still lists some cities by names that they have given up. */
const renamed: Record<string, string> = {
  "Europe/Kiev": "Europe/Kyiv",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
};

export interface ZoneGroup {
  label: string;
  zones: ZoneChoice[];
}

/** Every zone once: those that are often needed, then the others by region. `also` are names that a select has to be able to show. */
export function zoneChoices(also: readonly string[] = []): ZoneGroup[] {
  const first = new Set(["", ...often.map(({ name }) => name)]);
  const byRegion = new Map<string, ZoneChoice[]>();
  const listed = Intl.supportedValuesOf("timeZone").map((name) => renamed[name] ?? name);
  for (const name of new Set([...listed, ...also])) {
    if (first.has(name)) continue;
    byRegion.set(regionOf(name), [...(byRegion.get(regionOf(name)) ?? []), choiceOf(name)]);
  }
  const regions = [...byRegion].map(([label, zones]) => ({ label, zones: zones.toSorted(byWords) }));
  return [
    { label: "Often needed", zones: [...often] },
    ...regions.toSorted((a, b) => (a.label < b.label ? -1 : 1)),
  ];
}

/** "London time", for a sentence. */
export function zoneInWords(name: string): string {
  return name === "UTC" ? "universal time (UTC)" : `${cityOf(name)} time`;
}

/** The name under which a zone is kept, or null for what is none. Outlook's names for zones are taken too. */
export const knownZone = (given: string): string | null =>
  given.trim() === "" ? null : (zoneNamed(given)?.name ?? null);

const regionOf = (name: string): string =>
  name.includes("/") && knownZone(name) ? (name.split("/")[0] ?? "") : "Others";

const cityOf = (name: string): string => name.slice(name.lastIndexOf("/") + 1).replaceAll("_", " ");

/** "Buenos Aires (Argentina)" of a name of three words. */
function choiceOf(name: string): ZoneChoice {
  if (regionOf(name) === "Others") return { name, words: name };
  const between = name.split("/").slice(1, -1).join(", ").replaceAll("_", " ");
  return { name, words: between ? `${cityOf(name)} (${between})` : cityOf(name) };
}

const byWords = (a: ZoneChoice, b: ZoneChoice): number => (a.words < b.words ? -1 : 1);
