import { gunzipSync, gzipSync } from "node:zlib";
import { textToKeep } from "#app/domain/calendars/reading/text-to-keep.ts";
import type { Person } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import type { CalendarSource } from "#app/gateways/calendar-source.server.ts";
import { seal, unseal } from "#app/gateways/secret-box.server.ts";
import { readAddress } from "./advice.ts";
import type { SourceFields } from "./inputs.ts";

/** A source as somebody named it, in clear; a file with its bytes. */
export interface Named {
  source: CalendarSource;
  upload: Uint8Array | null;
}

/** How long a page of the doctor may lie open before its button. */
const validFor = 24 * 3_600_000;

/** What a copy of the database holds sealed for something else does not open here. */
const purpose = "calendar check";

/**
 * Between checking and connecting, what was named travels in a field that only this site can open, and only for
 * whoever named it: addresses and passwords of calendars are secrets (calendar case 72).
 */
export function sealNamed({ source, upload }: Named, by: Person, now: Date): string {
  const file = upload && packed(upload);
  return seal(JSON.stringify({ by: by.id, until: now.getTime() + validFor, source, file }), purpose);
}

/** Beyond this a file travels without what is not read of it: pictures within it make it larger than a form may be. */
const mostPacked = 500_000;

function packed(upload: Uint8Array): string {
  const whole = gzipSync(upload).toString("base64");
  return whole.length <= mostPacked ? whole : gzipSync(textToKeep(upload), { level: 9 }).toString("base64");
}

interface Sealed {
  by: string;
  until: number;
  source: CalendarSource;
  file: string | null;
}

/** What `sealNamed` sealed. Throws Invalid where it is another's, too old, changed, or was sealed with another key. */
export function openNamed(sealed: string, by: Person, now: Date): Named {
  try {
    const given = JSON.parse(unseal(sealed, purpose)) as Sealed;
    if (given.by === by.id && given.until >= now.getTime()) {
      const upload = given.file === null ? null : gunzipSync(Buffer.from(given.file, "base64"));
      return { source: given.source, upload };
    }
  } catch {
    // What was opened may be a secret of another kind: nothing of it goes into an error
  }
  throw new Invalid("This page was open for too long, or did not arrive whole. Check the address again.");
}

interface GivenFile {
  fileName: string;
  bytes: Uint8Array;
}

/** The source that a form names, or that it brings sealed. Throws Invalid, for the field to mend. */
export function namedBy(fields: SourceFields, file: GivenFile | null, by: Person, now: Date): Named {
  if (fields.sealed) return withCollection(openNamed(fields.sealed, by, now), fields.collection);
  if (fields.how === "file") return fileNamed(file);
  return { source: fields.how === "caldav" ? caldavNamed(fields) : addressNamed(fields), upload: null };
}

function withCollection(named: Named, collection: string): Named {
  if (collection === "" || named.source.kind !== "caldav") return named;
  return { ...named, source: { ...named.source, source: collection } };
}

function addressNamed({ address }: SourceFields): CalendarSource {
  if (address === "") throw invalid("address", "Enter the address of the calendar");
  const url = readAddress(address);
  if (!url) throw invalid("address", "Enter a whole address, such as https://example.org/calendar.ics");
  return { kind: "address", source: url.href };
}

function caldavNamed({ server, account, password }: SourceFields): CalendarSource {
  const missing = {
    ...(server === "" && { server: "Enter the address of the server, or your e-mail address" }),
    ...(account === "" && { account: "Enter the user name" }),
    ...(password === "" && { password: "Enter the app password" }),
  };
  if (Object.keys(missing).length > 0) throw new Invalid("Something is missing", missing);
  return { kind: "caldav", source: server, account, password };
}

function fileNamed(file: GivenFile | null): Named {
  if (!file) throw invalid("file", "Choose the calendar file");
  return { source: { kind: "upload", source: file.fileName }, upload: file.bytes };
}

const invalid = (field: string, message: string) => new Invalid(message, { [field]: message });
