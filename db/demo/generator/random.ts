/** Dice that fall the same way for the same name: nothing depends on the clock or on what was rolled before. */
export interface Dice {
  /** At least 0, less than 1. */
  next: () => number;
  /** A whole number from 0, less than `count`. */
  below: (count: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** As `pick`, but the first of the list come up far more often than the last, as in life. */
  pickOften: <T>(list: readonly T[]) => T;
  chance: (probability: number) => boolean;
}

/** Mulberry32, seeded by FNV-1a of the name. */
export function diceOf(name: string): Dice {
  let state = hashOf(name);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number) => Math.floor(next() * count);
  const at = <T>(list: readonly T[], index: number): T => {
    const found = list[index];
    if (found === undefined) throw new Error("Nothing to pick from");
    return found;
  };
  return {
    next,
    below,
    pick: (list) => at(list, below(list.length)),
    pickOften: (list) => at(list, Math.floor(next() ** 2.2 * list.length)),
    chance: (probability) => next() < probability,
  };
}

function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  return hash;
}
