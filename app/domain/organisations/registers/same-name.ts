/** Legal forms that a register writes out and people leave off. */
const endings =
  /\s(ltd|limited|plc|llp|cio|cic|c i o|c i c|community interest company|charitable incorporated organisation|incorporated|registered charity)$/;

/** A name as it is compared with a register's: case, accents, punctuation, "The" and the legal form do not matter. */
export function comparable(name: string): string {
  let words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[łøđħß]/g, (letter) => foldings[letter] ?? letter)
    .replace(/['’`´]/g, "")
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the /, "");
  while (endings.test(words)) words = words.replace(endings, "");
  return words;
}

/** Letters that are no letter and a mark, so that taking marks off leaves them. */
const foldings: Record<string, string> = { ł: "l", ø: "o", đ: "d", ħ: "h", ß: "ss" };

export const isSameName = (a: string, b: string): boolean => comparable(a) === comparable(b);
