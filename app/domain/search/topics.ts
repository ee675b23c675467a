import Fuse from "fuse.js";
import { editDistance, slipsAllowed } from "#app/domain/places/near.ts";
import { isFiller, isPlainWord, singular, wordsOf } from "./words.ts";

/** A term of the taxonomy with what people call it. */
export interface Topic {
  id: string;
  slug: string;
  name: string;
  parentId: string | null;
  /** The slug of its taxonomy; a slug is unique only within one. */
  taxonomy: string;
  words: string[];
}

export interface TopicVocabulary {
  topics: Topic[];
  /** The ids of the topics that a phrase stands for; a phrase is singular words with spaces between. */
  phrases: Map<string, string[]>;
  /** Words in the longest phrase. */
  longest: number;
  /** Every word of every phrase. */
  words: Set<string>;
  /** The nearest topic word to a misspelt one; null when none is near. */
  respell: (word: string) => string | null;
}

export function topicVocabularyOf(topics: readonly Topic[]): TopicVocabulary {
  const phrases = new Map<string, string[]>();
  for (const topic of topics) {
    for (const phrase of phrasesOf(topic)) {
      const ids = phrases.get(phrase) ?? [];
      if (!ids.includes(topic.id)) phrases.set(phrase, [...ids, topic.id]);
    }
  }
  const words = new Set([...phrases.keys()].flatMap((phrase) => phrase.split(" ")));
  const longest = Math.max(1, ...[...phrases.keys()].map((phrase) => phrase.split(" ").length));
  return { topics: [...topics], phrases, longest, words, respell: respeller([...phrases.keys()]) };
}

/** The name, the halves of a name with "and" in it, and each of the words people use. */
function phrasesOf({ name, words }: Topic): Set<string> {
  const halves = name
    .split(/\s+and\s+|\s*[&,/]\s*/)
    .filter((half) => wordsOf(half).some((word) => word.length > 3));
  const phrases = [name, ...halves, ...words].map((phrase) => wordsOf(phrase).map(singular).join(" "));
  return new Set(
    phrases.filter((phrase) => phrase !== "" && !(phrase.includes(" ") === false && isFiller(phrase))),
  );
}

const MOST_REMEMBERED = 2000;

/** Fuse.js over single words, kept tight; answers are remembered because a typo is rarely made once. */
function respeller(phrases: readonly string[]): (word: string) => string | null {
  const candidates = byUse(phrases).filter((word) => word.length >= 4 && !isFiller(word));
  const fuse = new Fuse(candidates, { threshold: 0.34, distance: 8, location: 0, ignoreLocation: false });
  const remembered = new Map<string, string | null>();
  return (word) => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const answer = word.length < 5 ? nearestToShort(candidates, word) : nearest(fuse, word);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(word, answer);
    return answer;
  };
}

/** The words of phrases, those that most phrases share first. */
function byUse(phrases: readonly string[]): string[] {
  const uses = new Map<string, number>();
  for (const word of phrases.flatMap((phrase) => phrase.split(" ")))
    uses.set(word, (uses.get(word) ?? 0) + 1);
  return [...uses].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

/** Three or four letters that are no English word, with one letter wrong or left out: "fod", "bnk". */
function nearestToShort(candidates: readonly string[], word: string): string | null {
  if (!maySlip(word)) return null;
  return candidates.find((item) => item[0] === word[0] && editDistance(item, singular(word)) === 1) ?? null;
}

/** Whether a word of three or four letters may be a slip; a real word never is. */
export function maySlip(word: string): boolean {
  return word.length >= 3 && !isPlainWord(word) && !isPlainWord(singular(word));
}

function nearest(fuse: Fuse<string>, word: string): string | null {
  const slips = slipsAllowed(word);
  if (slips === 0) return null;
  const found = fuse
    .search(word, { limit: 12 })
    .map(({ item }) => ({ item, distance: editDistance(item, singular(word)) }))
    .filter(({ item, distance }) => distance <= slips && item[0] === word[0])
    .sort((a, b) => a.distance - b.distance);
  return found[0]?.item ?? null;
}
