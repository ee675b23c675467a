/** Far more than any entry of a register has; beyond it the file is no list of entries. */
const MOST_CHARACTERS = 200_000;

/**
 * The objects of a JSON list as they come, however it is cut into pieces: the whole of a register would not fit
 * into memory at once. Throws SyntaxError where the text is no JSON.
 */
export async function* jsonObjects(pieces: AsyncIterable<string>): AsyncGenerator<Record<string, unknown>> {
  const scanner = new Scanner();
  for await (const piece of pieces) {
    for (const text of scanner.take(piece)) yield JSON.parse(text);
  }
  scanner.end();
}

/** Finds where each outermost object begins and ends; braces inside of texts do not count. */
class Scanner {
  private held = "";
  private depth = 0;
  private isInText = false;
  private isEscaped = false;

  take(piece: string): string[] {
    const whole: string[] = [];
    let from = this.depth > 0 ? 0 : -1;
    for (let at = 0; at < piece.length; at += 1) {
      const step = this.step(piece.charCodeAt(at));
      if (step === "begins") from = at;
      if (step !== "ends") continue;
      whole.push(this.held + piece.slice(from, at + 1));
      this.held = "";
      from = -1;
    }
    if (from >= 0) this.held += piece.slice(from);
    if (this.held.length > MOST_CHARACTERS) throw new SyntaxError("An entry of the list never ends");
    return whole;
  }

  end(): void {
    if (this.depth > 0) throw new SyntaxError("The list ends in the middle of an entry");
  }

  private step(code: number): "begins" | "ends" | null {
    if (this.isInText) {
      if (this.isEscaped) this.isEscaped = false;
      else if (code === 92) this.isEscaped = true;
      else if (code === 34) this.isInText = false;
      return null;
    }
    if (code === 34) this.isInText = true;
    if (code === 123) {
      this.depth += 1;
      return this.depth === 1 ? "begins" : null;
    }
    if (code !== 125 || this.depth === 0) return null;
    this.depth -= 1;
    return this.depth === 0 ? "ends" : null;
  }
}
