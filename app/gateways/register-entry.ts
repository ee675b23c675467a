/** What a register says of a number: its own name for it, and whether it still stands there. */
export interface RegisterEntry {
  number: string;
  name: string;
  otherNames: string[];
  isCurrent: boolean;
}

/** Asks a register for one number. Null: the register has no such number. Throws Unreachable for every other answer. */
export type LookUp = (number: string) => Promise<RegisterEntry | null>;
