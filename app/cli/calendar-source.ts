import path from "node:path";
import { type CalendarSource, type ReadSource, sourceReader } from "#app/gateways/calendar-source.server.ts";

/** What was meant on the command line: an address if it looks like one, else a file. */
export function sourceNamed(given: string): CalendarSource {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(given)) return { kind: "address", source: given };
  return { kind: "file", source: path.resolve(startedIn(), given) };
}

/** npm runs scripts in the project's folder; files are named from where the person stands. */
function startedIn(): string {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  return (script === "assembly" && folder) || process.cwd();
}

/** Who holds this terminal could ask any host, so one that they name may be private. Where it sends us on may not. */
export const readNamedSource: ReadSource = (from, known) => sourceReader(hostsOf(from))(from, known);

function hostsOf({ kind, source }: CalendarSource): string[] {
  const address = source.replace(/^webcals?:/i, "https:");
  return kind === "address" && URL.canParse(address) ? [new URL(address).host] : [];
}
