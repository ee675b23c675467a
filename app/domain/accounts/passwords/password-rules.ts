import { commonPasswords, commonWords } from "./common-passwords.ts";

export const LEAST_CHARACTERS = 12;

/** One spelling for what looks the same: a phone and a computer compose "é" differently (NFKC, NIST SP 800-63B). */
export const normalised = (password: string): string => password.normalize("NFKC");

/** What is wrong with a new password, as a message for its field; null where nothing is. */
export function problemWith(
  password: string,
  { name, email }: { name: string; email: string },
): string | null {
  const text = normalised(password);
  const plain = text.toLowerCase();
  if ([...text].length < LEAST_CHARACTERS)
    return `Choose a password of ${LEAST_CHARACTERS} characters or more`;
  if (isOneOver(plain)) return "Choose a password that does not repeat the same few characters";
  if (isRun(plain)) return "Choose a password that is not a row of the keyboard or the alphabet";
  if (isCommon(plain)) return "Choose a password that is harder to guess: this one is among the most common";
  if (isPersonal(plain, name, email)) return "Choose a password that is not your name or your e-mail address";
  return null;
}

/** "aaaaaaaaaaaa", "abcabcabcabc". */
function isOneOver(text: string): boolean {
  const letters = [...text];
  return [1, 2, 3, 4].some((size) => letters.every((letter, at) => letter === letters[at % size]));
}

const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "1234567890-=",
  "qwertyuiop[]",
  "qwertyuiopasdfghjklzxcvbnm",
  "asdfghjkl;'#",
];

function isRun(text: string): boolean {
  return rows.some((row) => {
    const backwards = [...row].reverse().join("");
    return (row + row).includes(text) || (backwards + backwards).includes(text);
  });
}

/** Also "P@ssw0rd2026!": signs for letters, digits and signs around one common word. */
function isCommon(text: string): boolean {
  if (commonPasswords.has(text) || commonPasswords.has(text.replace(/\s+/g, ""))) return true;
  const core = withLetters(text.replace(/^[\d\W_]+|[\d\W_]+$/g, ""));
  return commonWords.includes(core) || commonWords.some((word) => core === word + word);
}

const lookalikes: Record<string, string> = {
  "@": "a",
  "4": "a",
  "0": "o",
  "1": "i",
  "!": "i",
  "3": "e",
  $: "s",
  "5": "s",
};
const withLetters = (text: string) => [...text].map((letter) => lookalikes[letter] ?? letter).join("");

function isPersonal(text: string, name: string, email: string): boolean {
  const lettersOf = (words: string) =>
    normalised(words)
      .toLowerCase()
      .replace(/[^\p{L}]/gu, "");
  const core = lettersOf(text);
  const own = [name, email, email.split("@")[0] ?? ""].map(lettersOf).filter((words) => words.length >= 4);
  return own.some((words) => core === words || core === words + words) || text === email.toLowerCase();
}
