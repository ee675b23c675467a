/** A venue of ours, by what its address is written with. */
export interface VenueWords {
  id: string;
  name: string;
  address: string;
  town: string;
  postcode: string;
}

export interface VenueMatch {
  id: string;
  /** 0 to 100. */
  score: number;
}

/** Below this two texts have only a town or a word like "hall" in common. */
const least = 35;
const most = 3;

const fillers = new Set([
  "the",
  "of",
  "at",
  "in",
  "and",
  "room",
  "rooms",
  "floor",
  "norfolk",
  "suffolk",
  "uk",
  "england",
]);

/** What every other hall is called as well: such a word tells little. */
const common = new Set(
  "st hall church centre community village house library school college road street club park".split(" "),
);
const weightOf = (word: string): number => (common.has(word) ? 0.3 : 1);

/** A venue with its words looked up once. */
interface Known {
  id: string;
  name: string[];
  address: string[];
  town: string[];
  postcode: string | null;
}

/** A beginning that more venues share ("hall", "church") says nothing by itself. */
const commonest = 300;

/** How sure a score is, in words. */
export function likelihood(score: number): string {
  if (score >= 80) return "Very likely this one";
  return score >= 55 ? "Likely this one" : "Perhaps this one";
}

/**
 * Answers which venues a LOCATION most likely means, best first (calendar case 60). Names are compared by words and by
 * three letters at a time, so that "St Augustines Hall" is "St Augustine's Hall"; a postcode weighs most. Of many
 * venues only those are looked at that share the postcode or the beginning of a word.
 */
export function venueMatcher(venues: readonly VenueWords[]): (location: string) => VenueMatch[] {
  const known = venues.map(knownOf).filter(({ name }) => name.length > 0);
  const byKey = new Map<string, Known[]>();
  for (const venue of known) {
    for (const key of keysOf(venue.name, venue.postcode)) {
      const others = byKey.get(key);
      if (others) others.push(venue);
      else byKey.set(key, [venue]);
    }
  }
  const towns = townsOf(known);
  return (location) => {
    const [given, postcode] = [bareWords(location), postcodeIn(location)];
    const named = towns.filter((town) => town.every((word) => given.includes(word)));
    const near = keysOf(given, postcode).flatMap((key) => {
      const found = byKey.get(key) ?? [];
      return found.length > commonest ? [] : found;
    });
    return [...new Set(near)]
      .filter((venue) => (postcode !== null && postcode === venue.postcode) || !isElsewhere(venue, named))
      .map((venue) => ({ id: venue.id, score: scoreOf(given, postcode, venue) }))
      .filter(({ score }) => score >= least)
      .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, most);
  };
}

/** Each town of a venue once, as words. */
const townsOf = (known: readonly Known[]): string[][] => [
  ...new Map(known.filter(({ town }) => town.length > 0).map(({ town }) => [town.join(" "), town])).values(),
];

/** The text names towns, and not the venue's: a road or a hall may be called after one, too. */
function isElsewhere({ name, address, town }: Known, named: readonly (readonly string[])[]): boolean {
  const own = new Set([...name, ...address]);
  const others = named.filter((one) => !one.every((word) => own.has(word)));
  return town.length > 0 && others.length > 0 && !others.some((one) => one.join(" ") === town.join(" "));
}

function knownOf({ id, name, address, town, postcode }: VenueWords): Known {
  const words = { name: bareWords(name), address: bareWords(address), town: bareWords(town) };
  return { id, ...words, postcode: postcodeIn(postcode) };
}

/** What a venue is found by: the beginnings of the words of its name, and its postcode. */
const keysOf = (words: readonly string[], postcode: string | null): string[] => [
  ...new Set([...words.map((word) => word.slice(0, 3)), ...(postcode ? [postcode] : [])]),
];

function scoreOf(given: readonly string[], postcode: string | null, venue: Known): number {
  const { name } = venue;
  if (given.length === 0) return 0;
  const whole = likeness(name.join(" "), given.slice(0, name.length + 1).join(" "));
  const named = Math.max(shareOf(name, given), whole);
  const [street, town] = [shareOf(venue.address, given), shareOf(venue.town, given)];
  const same = postcode === null ? 0 : postcode === venue.postcode ? 1 : -1;
  return Math.max(0, Math.min(100, Math.round(60 * named + 15 * street + 5 * town + 30 * same)));
}

/** How many of the wanted words stand among the given ones, letter for letter or nearly. */
function shareOf(wanted: readonly string[], given: readonly string[]): number {
  if (wanted.length === 0) return 0;
  const found = wanted.map((word) => {
    const share = Math.max(...given.map((other) => (word === other ? 1 : likeness(word, other))));
    return share >= 0.6 ? share * weightOf(word) : 0;
  });
  return sumOf(found) / sumOf(wanted.map(weightOf));
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** Of two texts' sequences of three letters, the share that they have in common (as pg_trgm counts it). */
function likeness(one: string, other: string): number {
  const [a, b] = [threes(one), threes(other)];
  const common = [...a].filter((three) => b.has(three)).length;
  return common / Math.max(1, a.size + b.size - common);
}

function threes(text: string): Set<string> {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

/** Words without case, accents, apostrophes and what says nothing; a postcode is no word. */
function bareWords(text: string): string[] {
  return text
    .replace(postcodes, " ")
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f'’`]/g, "")
    .toLowerCase()
    .replaceAll(/\bsaint\b/g, "st")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && !fillers.has(word));
}

const postcodes = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b/i;

function postcodeIn(text: string): string | null {
  const [, out, inward] = postcodes.exec(text) ?? [];
  return out && inward ? `${out}${inward}`.toUpperCase() : null;
}
