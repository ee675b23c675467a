import { type CalendarSource, type ReadSource, sourceReader } from "#app/gateways/calendar-source.server.ts";
import { fileNamed } from "./file-named.ts";

/** What was meant on the command line: an address if it looks like one, else a file. Who types it may mean a private host. */
export function sourceNamed(given: string): CalendarSource {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(given)) return { kind: "address", source: given, mayBePrivate: true };
  return { kind: "file", source: fileNamed(given), mayBePrivate: true };
}

/**
 * Reads what was named on the command line: who holds this terminal could ask any host, so its host may be private,
 * whatever was stored of it before. Where it sends us on may not.
 */
export const readNamed = (named: CalendarSource): ReadSource => sourceReader(hostsOf(named));

/** Reads stored calendars: only those that a terminal connected may be on a private host. */
export const readStored: ReadSource = (from, known) =>
  sourceReader(from.mayBePrivate ? hostsOf(from) : [])(from, known);

function hostsOf({ kind, source }: CalendarSource): string[] {
  const address = source.replace(/^webcals?:/i, "https:");
  return kind === "address" && URL.canParse(address) ? [new URL(address).host] : [];
}
