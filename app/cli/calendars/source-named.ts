import type { CalendarSource } from "#app/gateways/calendar-source.server.ts";
import { fileNamed } from "../file-named.ts";

/** What was meant on the command line: an address if it looks like one, else a file. Who types it may mean a private host. */
export function sourceNamed(given: string): CalendarSource {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(given)) return { kind: "address", source: given, mayBePrivate: true };
  return { kind: "file", source: fileNamed(given), mayBePrivate: true };
}
