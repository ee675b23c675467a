/** Understanding "near": a postcode, whole or outward, in any case and spacing, or the name of a town. */

/** Somewhere on the map that people can name. */
export interface Spot {
  label: string;
  latitude: number;
  longitude: number;
  /** The place it lies in; null beyond the area. */
  placeId: string | null;
}

/** Every outward postcode and town we know, by the key that `placeKey` makes. */
export interface Gazetteer {
  outwards: Map<string, Spot>;
  towns: Map<string, Spot>;
}

export type Near = { known: true; said: string; spot: Spot } | { known: false; said: string };

/** How a name is looked up: lower case, no accents, apostrophes or hyphens. */
export function placeKey(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f'’‘`]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\bst\b/g, "saint")
    .trim();
}

/** The gazetteer of some rows. A long name is also known by its short form, where no other has it. */
export function gazetteerOf(outwards: readonly Spot[], towns: readonly Spot[]): Gazetteer {
  const byName = new Map(towns.map((spot) => [placeKey(spot.label), spot]));
  for (const spot of towns) {
    for (const short of shortNames(placeKey(spot.label))) if (!byName.has(short)) byName.set(short, spot);
  }
  return { outwards: new Map(outwards.map((spot) => [spot.label.toLowerCase(), spot])), towns: byName };
}

/** Wells-next-the-Sea is "Wells", Great Yarmouth is "Yarmouth", King's Lynn is "Lynn". */
function shortNames(key: string): string[] {
  const head = /^(\w{4,}) (?:next|on|upon|by|le) /.exec(key)?.[1];
  const tail = /^(?:great|kings) (\w{4,})$/.exec(key)?.[1];
  return [head, tail].filter((name) => name !== undefined);
}

/** What somebody typed into "Postcode or town". A slip of one or two letters in a town is forgiven. */
export function understandNear(said: string, gazetteer: Gazetteer): Near {
  const words = said.trim().slice(0, 100);
  const outward = outwardOf(words);
  const spot = outward ? gazetteer.outwards.get(outward) : findTown(placeKey(words), gazetteer);
  return spot ? { known: true, said: words, spot } : { known: false, said: words };
}

/** "nr3" of "NR3 1AA", "nr31aa", "Nr3 1" and "nr3"; null when it is not shaped like a postcode. */
export function outwardOf(text: string): string | null {
  const tight = text.toLowerCase().replace(/[\s.-]+/g, "");
  const whole = /^([a-z]{1,2}\d[a-z\d]?)\d[a-z]{2}$/.exec(tight);
  if (whole?.[1]) return whole[1];
  const sector = /^\s*([a-z]{1,2}\d[a-z\d]?)\s+\d[a-z]?\s*$/i.exec(text);
  if (sector?.[1]) return sector[1].toLowerCase();
  return /^[a-z]{1,2}\d[a-z\d]?$/.test(tight) ? tight : null;
}

/** A town by its exact key, or by the nearest one within a slip. */
export function findTown(key: string, { towns }: Gazetteer): Spot | null {
  const exact = towns.get(key) ?? towns.get(key.replace(/^(?:the )?(?:city|town|village) of /, ""));
  if (exact) return exact;
  const slips = slipsAllowed(key);
  if (slips === 0) return null;
  let best: { spot: Spot; distance: number } | null = null;
  for (const [name, spot] of towns) {
    if (name[0] !== key[0] || Math.abs(name.length - key.length) > slips) continue;
    const distance = editDistance(name, key);
    if (distance <= slips && (!best || distance < best.distance)) best = { spot, distance };
  }
  return best?.spot ?? null;
}

/** How many letters of a word may be wrong: short words are too much alike. */
export function slipsAllowed(word: string): number {
  if (word.length < 5) return 0;
  return word.length < 8 ? 1 : 2;
}

/** Letters added, left out, changed or swapped with their neighbour (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let twoAgo: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min(at(last, column) + 1, at(line, column - 1) + 1, at(last, column - 1) + cost);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, at(twoAgo, column - 2) + 1);
      line.push(least);
    }
    twoAgo = last;
    last = line;
  }
  return at(last, b.length);
}

function at(line: readonly number[], column: number): number {
  return line[column] ?? Number.POSITIVE_INFINITY;
}
