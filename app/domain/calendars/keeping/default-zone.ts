import { homeZone, zoneNamed } from "#app/domain/calendars/time-zone.ts";

/** A zone to choose: its IANA name, and what people call it. */
export interface ZoneChoice {
  name: string;
  words: string;
}

/** What the keepers of calendars in Norfolk and Waveney need, and what programs from elsewhere are set to. */
const often: readonly ZoneChoice[] = [
  { name: homeZone, words: "United Kingdom (London)" },
  { name: "Europe/Dublin", words: "Ireland (Dublin)" },
  { name: "Europe/Paris", words: "Central Europe (Paris, Berlin, Amsterdam)" },
  { name: "Europe/Athens", words: "Eastern Europe (Athens, Bucharest, Vilnius)" },
  { name: "America/New_York", words: "United States, Eastern (New York)" },
  { name: "America/Los_Angeles", words: "United States, Pacific (Los Angeles)" },
  { name: "UTC", words: "Universal time (UTC), without summer time" },
];

export interface ZoneGroup {
  label: string;
  zones: ZoneChoice[];
}

/** Every zone: those that are often needed, then all by region. `also` are names that a select has to be able to show. */
export function zoneChoices(also: readonly string[] = []): ZoneGroup[] {
  const all = [
    ...new Set([...Intl.supportedValuesOf("timeZone"), ...often.map(({ name }) => name), ...also]),
  ];
  const byRegion = new Map<string, string[]>();
  for (const name of all.filter((name) => name !== "UTC" && name !== ""))
    byRegion.set(regionOf(name), [...(byRegion.get(regionOf(name)) ?? []), name]);
  const regions = [...byRegion]
    .map(([label, names]) => ({ label, zones: names.map(choiceOf).toSorted(byWords) }))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1));
  return [{ label: "Often needed", zones: [...often] }, ...regions];
}

/** "London time", for a sentence. */
export function zoneInWords(name: string): string {
  return name === "UTC" ? "universal time (UTC)" : `${cityOf(name)} time`;
}

/** The name under which a zone is kept, or null for what is none. Outlook's names for zones are taken too. */
export const knownZone = (given: string): string | null =>
  given.trim() === "" ? null : (zoneNamed(given)?.name ?? null);

const regionOf = (name: string): string => (name.includes("/") ? (name.split("/")[0] ?? "") : "Others");

const cityOf = (name: string): string => name.slice(name.lastIndexOf("/") + 1).replaceAll("_", " ");

/** "Buenos Aires (Argentina)" of a name of three words. */
function choiceOf(name: string): ZoneChoice {
  const between = name.split("/").slice(1, -1).join(", ").replaceAll("_", " ");
  return { name, words: between ? `${cityOf(name)} (${between})` : cityOf(name) };
}

const byWords = (a: ZoneChoice, b: ZoneChoice): number => (a.words < b.words ? -1 : 1);
