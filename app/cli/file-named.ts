import path from "node:path";

/** The absolute path of a file as typed: npm runs scripts in the project's folder, people stand elsewhere. */
export function fileNamed(given: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  return path.resolve((script === "assembly" && folder) || process.cwd(), given);
}
