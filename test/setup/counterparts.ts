import { existsSync, readFileSync } from "node:fs";

const note = new URL("../../.cache/counterparts.json", import.meta.url);

/** The absolute path of a calendar program that db/bootstrap/counterparts.mjs found. Throws where it was not looked for. */
export function counterpart(name: "radicale" | "khal" | "vdirsyncer" | "python"): string {
  const found = existsSync(note) ? JSON.parse(readFileSync(note, "utf8")) : {};
  if (!found[name])
    throw new Error(`No ${name} to test with: run "node db/bootstrap.mjs counterparts" first.`);
  return found[name];
}
