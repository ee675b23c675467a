/** Letters that Unicode does not take apart into a plain one and a mark; ŵ, ŷ, ė, ų, š and ž it does. */
const spelt: Record<string, string> = {
  ...{ ł: "l", ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ŋ: "ng", ŧ: "t" },
  "&": " and ",
  "+": " and ",
};
const toSpell = new RegExp(`[${Object.keys(spelt).join("")}]`, "g");

/** Longer addresses break in mails, and nobody reads them out. */
const longest = 80;

/**
 * The part of an address that a name becomes: "Tŷ’r Gân, Norwich" is "tyr-gan-norwich". A name without a letter
 * that we can spell ("日本") becomes `otherwise`, which should be the record's noun: "organisation".
 */
export function slugOf(name: string, otherwise: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f'’‘ʼ`]/g, "")
    .replace(toSpell, (letter) => spelt[letter] ?? "")
    .replace(/[^a-z0-9]+/g, "-");
  return cut(plain.replace(/^-+|-+$/g, "")) || otherwise;
}

/** The slug itself, or with the first number from 2 on that nobody has: "lunch-club-2". */
export function firstFree(slug: string, taken: Iterable<string>): string {
  const known = new Set(taken);
  if (!known.has(slug)) return slug;
  let number = 2;
  while (known.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}

/** After a whole word, if there is one to end after. */
function cut(slug: string): string {
  if (slug.length <= longest) return slug;
  const words = slug.slice(0, longest + 1);
  return words.includes("-") ? words.slice(0, words.lastIndexOf("-")) : slug.slice(0, longest);
}
