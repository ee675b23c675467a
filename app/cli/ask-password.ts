import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { Refused } from "./terminal.ts";

/**
 * A password from the environment, else from whoever sits at the terminal; what is typed is not shown. Never from the
 * command line, which every user of the machine can read.
 */
export async function askPassword(setting: string, question: string): Promise<string> {
  const given = process.env[setting];
  if (given) return given;
  if (!process.stdin.isTTY) throw new Refused(`Give the password as the environment variable ${setting}.`);
  process.stderr.write(`${question}: `);
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  try {
    const typed = await new Promise<string>((resolve) => {
      lines.once("line", resolve);
      lines.once("close", () => resolve(""));
    });
    if (typed === "") throw new Refused("Without a password the calendar cannot be read.");
    return typed;
  } finally {
    lines.close();
    process.stderr.write("\n");
  }
}
