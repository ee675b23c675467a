import { findTown, type Gazetteer, type Near, outwardOf, understandNear } from "#app/domain/places/near.ts";
import { type Danger, dangersIn, isForHelpNow } from "./crisis.ts";
import type { TopicVocabulary } from "./topics.ts";
import { isFiller, singular, wordsOf } from "./words.ts";

/** One thing that somebody asks for: words for full text, and the topics that those words stand for. */
export interface Concept {
  text: string;
  termIds: string[];
}

export interface Correction {
  from: string;
  to: string;
}

export interface Understood {
  near: Near | null;
  concepts: Concept[];
  corrections: Correction[];
  /** What the words tell of that cannot wait: then only help with that is looked for. */
  dangers: Danger[];
  /** Words that neither a topic nor the index knows. */
  unknown: string[];
}

export interface Knowledge {
  topics: TopicVocabulary;
  gazetteer: Gazetteer;
}

interface Said {
  near: Near | null;
  words: string[];
}

/** The words of a question that only the index can vouch for; give those it knows to `understand`. */
export function doubtfulWords(q: string, nearBox: string, knowledge: Knowledge): string[] {
  const { words } = read(q, nearBox, knowledge);
  return [...new Set(words.filter((word) => !isFiller(word) && !knowledge.topics.words.has(singular(word))))];
}

/**
 * Reads a question in people's own words: where ("near NR3", "in Norwich"), which topics, and what is left for
 * full text. `indexed` are those of its doubtful words that occur in the index: they are never respelt.
 */
export function understand(
  q: string,
  nearBox: string,
  knowledge: Knowledge,
  indexed: Set<string>,
): Understood {
  const said = read(q, nearBox, knowledge);
  const heard = dangersIn(said.words);
  const corrections: Correction[] = [];
  const words = said.words.map((word) => {
    if (heard.length > 0 || isFiller(word) || indexed.has(word) || knowledge.topics.words.has(singular(word)))
      return word;
    const better = knowledge.topics.respell(word);
    if (!better) return word;
    corrections.push({ from: word, to: better });
    return better;
  });
  const dangers = dangersIn(words);
  const urgent = isForHelpNow(words) ? dangers : [];
  const concepts = conceptsOf(urgent.length > 0 ? urgent : words, knowledge.topics);
  const rest = concepts.filter(({ termIds }) => termIds.length === 0).map(({ text }) => text);
  const unknown = rest.filter((word) => !indexed.has(word) && !knowledge.topics.words.has(singular(word)));
  return { near: said.near, concepts, corrections, dangers, unknown };
}

/** The same question with some words spelt as the index spells them. */
export function respelt(understood: Understood, better: ReadonlyMap<string, string>): Understood {
  const made = understood.unknown.flatMap((from) => {
    const to = better.get(from);
    return to ? [{ from, to }] : [];
  });
  const concepts = understood.concepts.map((concept) => ({
    ...concept,
    text: better.get(concept.text) ?? concept.text,
  }));
  return { ...understood, concepts, corrections: [...understood.corrections, ...made] };
}

function read(q: string, nearBox: string, { gazetteer }: Knowledge): Said {
  const boxed = nearBox.trim() ? understandNear(nearBox, gazetteer) : null;
  const { near, words } = takeNear(wordsOf(q), gazetteer);
  return { near: boxed ?? near, words };
}

/** Topics, longest phrase first, then each word that is left; fillers only where nothing else was said. */
function conceptsOf(words: readonly string[], topics: TopicVocabulary): Concept[] {
  const concepts: Concept[] = [];
  for (let start = 0; start < words.length; ) {
    const { length, termIds } = phraseAt(words, start, topics);
    const text = words.slice(start, start + length).join(" ");
    if (termIds.length > 0 || !isFiller(text)) concepts.push({ text, termIds });
    start += length;
  }
  if (concepts.length > 0) return withTheirTopics(withoutRepeats(concepts), topics);
  const fillers = words.filter((word) => word.length > 3 && FALLBACK.has(word));
  return fillers.map((text) => ({ text, termIds: [] }));
}

/** Fillers that mean something when they stand alone. */
const FALLBACK = new Set(["help", "support", "advice", "information", "people"]);

function phraseAt(
  words: readonly string[],
  start: number,
  topics: TopicVocabulary,
): { length: number; termIds: string[] } {
  for (let length = Math.min(topics.longest, words.length - start); length > 0; length--) {
    const phrase = words
      .slice(start, start + length)
      .map(singular)
      .join(" ");
    const termIds = topics.phrases.get(phrase);
    if (termIds) return { length, termIds };
  }
  return { length: 1, termIds: [] };
}

/** A word that the phrases of a topic asked for use as well belongs to it: "dementia cafe" of "memory cafe". */
function withTheirTopics(concepts: Concept[], topics: TopicVocabulary): Concept[] {
  const asked = new Set(concepts.flatMap(({ termIds }) => termIds));
  const uses = (word: string) =>
    [...topics.phrases]
      .filter(([phrase]) => phrase.split(" ").includes(word))
      .flatMap(([, ids]) => ids)
      .filter((id) => asked.has(id));
  return concepts.map((concept) =>
    concept.termIds.length > 0 || asked.size === 0
      ? concept
      : { ...concept, termIds: [...new Set(uses(singular(concept.text)))] },
  );
}

function withoutRepeats(concepts: Concept[]): Concept[] {
  return [...new Map(concepts.map((concept) => [concept.text, concept])).values()];
}

/** Words that lead up to where: "in Norwich", "close to NR3". */
const LEADS = new Set(["near", "in", "around", "at", "by", "to", "within", "round", "from"]);
const MOST_WORDS = 5;

/** Takes where out of a question: a postcode anywhere, a town after a lead, or a town at the end. */
export function takeNear(words: readonly string[], gazetteer: Gazetteer): Said {
  return takePostcode(words, gazetteer) ?? takeTown(words, gazetteer) ?? { near: null, words: [...words] };
}

function takePostcode(words: readonly string[], gazetteer: Gazetteer): Said | null {
  for (const [start, word] of words.entries()) {
    const two = `${word} ${words[start + 1] ?? ""}`;
    const length = /^[a-z]{1,2}\d[a-z\d]? \d[a-z]{0,2}$/.test(two) ? 2 : 1;
    const said = length === 2 ? two : word;
    const outward = outwardOf(said);
    const spot = outward ? gazetteer.outwards.get(outward) : undefined;
    if (spot) return { near: { known: true, said, spot }, words: without(words, start, length) };
    const led = words[start - 1] === "near" || length === 2;
    if (outward && led) return { near: { known: false, said }, words: without(words, start, length) };
  }
  return null;
}

function takeTown(words: readonly string[], gazetteer: Gazetteer): Said | null {
  for (const [start, lead] of words.entries()) {
    if (!LEADS.has(lead)) continue;
    for (let length = Math.min(MOST_WORDS, words.length - start - 1); length > 0; length--) {
      const found = townAt(words, start + 1, length, gazetteer, lead === "near" || lead === "in");
      if (found) return found;
    }
  }
  for (let length = Math.min(MOST_WORDS, words.length); length > 0; length--) {
    const found = townAt(words, words.length - length, length, gazetteer, false);
    if (found) return found;
  }
  return unknownTown(words);
}

/** A lead allows a slip in the name; without one only the exact name is a town. */
function townAt(
  words: readonly string[],
  start: number,
  length: number,
  gazetteer: Gazetteer,
  led: boolean,
): Said | null {
  const said = words.slice(start, start + length).join(" ");
  const key = said.replace(/\bst\b/g, "saint");
  const spot = led ? findTown(key, gazetteer) : gazetteer.towns.get(key);
  return spot ? { near: { known: true, said, spot }, words: without(words, start, length) } : null;
}

/** "near" and then something we do not know is a place all the same: better to say so than to search for it. */
function unknownTown(words: readonly string[]): Said | null {
  const start = words.lastIndexOf("near") + 1;
  const said = words.slice(start);
  if (start === 0 || said.length === 0 || said.length > 2 || said.every(isFiller)) return null;
  return { near: { known: false, said: said.join(" ") }, words: words.slice(0, start - 1) };
}

function without(words: readonly string[], start: number, length: number): string[] {
  const before = words.slice(0, start);
  while (LEADS.has(before.at(-1) ?? "") || before.at(-1) === "close") before.pop();
  return [...before, ...words.slice(start + length)];
}
