/** Words as search compares them: pure, the same for what people type and for the topics' own words. */

/** Lower case, no accents, apostrophes closed up, everything else a space: "I’m lonely!" is ["im", "lonely"]. */
export function wordsOf(text: string): string[] {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f'’‘`]/g, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/** A light singular, so that "food banks" meets "food bank". It need not be English, only the same on both sides. */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && /[^su]s$/.test(word)) return word.slice(0, -1);
  return word;
}

/** Words that say that somebody looks for something, not what. They count only when there are no others. */
const FILLERS = new Set(
  `a about again all also am an and any anyone anything are around as at available be because been being but by can
  cant could do does dont during else every find finding for from get gets getting give given go goes going good got
  had has have having he hello her here him his hi how i id if ill im in into is isnt it its ive just know like local
  locally looking lot make makes making maybe me more most much my myself near nearby need needed needing needs new no
  not now of off ok on one or other our ours out over please really she should so some somebody someone something
  somewhere soon struggling such take than thank thanks that the their them then there they theyre thing things think
  this to today too trying try u up us very want wanted wants was we well were what whats when where wheres which while
  who will with without wont would yes you your yours
  help helping helped service services support supported supporting place places information info option options
  organisation organisations advice worker workers people person`.split(/\s+/),
);

export function isFiller(word: string): boolean {
  return FILLERS.has(word) || (word.length < 2 && !/\d/.test(word));
}
