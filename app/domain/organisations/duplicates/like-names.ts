/** The three-letter pieces of a name's words, as pg_trgm takes them: "lunch" is "  l", " lu", "lun" … "ch ". */
function piecesOf(core: string): string[] {
  const pieces = new Set<string>();
  for (const word of core.split(" ").filter(Boolean)) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) pieces.add(padded.slice(at, at + 3));
  }
  return [...pieces];
}

/**
 * Many names at once, each asked against all: what an index of the database answers for one name in
 * milliseconds would take minutes for a whole file. Names are what `name_core` makes of them.
 */
export class LikeNames {
  private readonly holders = new Map<string, number[]>();
  private readonly sizes: number[] = [];
  private readonly cores = new Map<string, number[]>();
  /** Pieces that each name has in common with the one asked about; all zero between questions. */
  private shared = new Uint16Array(1024);

  /** Adds a name; the first is number 0. */
  add(core: string): void {
    const number = this.sizes.length;
    const pieces = piecesOf(core);
    this.sizes.push(pieces.length);
    if (number >= this.shared.length) this.shared = new Uint16Array(this.shared.length * 2);
    for (const piece of pieces) push(this.holders, piece, number);
    push(this.cores, core, number);
  }

  /** Numbers of the names that are exactly this one, in order. */
  same(core: string): readonly number[] {
    return this.cores.get(core) ?? [];
  }

  /** Numbers of the names that are at least so alike, of 1, likest first (pg_trgm's `similarity`). */
  alike(core: string, least: number): number[] {
    const pieces = piecesOf(core);
    const touched: number[] = [];
    for (const piece of pieces) {
      for (const number of this.holders.get(piece) ?? []) {
        if (this.shared[number] === 0) touched.push(number);
        this.shared[number] = (this.shared[number] ?? 0) + 1;
      }
    }
    const found: { number: number; likeness: number }[] = [];
    for (const number of touched) {
      const count = this.shared[number] ?? 0;
      this.shared[number] = 0;
      const likeness = count / (pieces.length + (this.sizes[number] ?? 0) - count);
      if (likeness >= least) found.push({ number, likeness });
    }
    return found.sort((a, b) => b.likeness - a.likeness || a.number - b.number).map(({ number }) => number);
  }
}

function push<K>(lists: Map<K, number[]>, key: K, number: number): void {
  const list = lists.get(key);
  if (list) list.push(number);
  else lists.set(key, [number]);
}
