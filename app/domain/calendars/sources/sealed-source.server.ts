import { createHash } from "node:crypto";
import type { CalendarSource } from "#app/gateways/calendar-source.server.ts";
import { hostInWords } from "#app/gateways/calendars/host-in-words.ts";
import { seal, unseal } from "#app/gateways/secret-box.server.ts";
import type { calendars } from "#db/schema/calendars.ts";

type Row = typeof calendars.$inferSelect;

/** What a row holds of a source: its address and password sealed (calendar case 72), and what may be shown of it. */
export type SealedSource = Pick<
  Row,
  "kind" | "source" | "sourceKey" | "sourceShown" | "account" | "sealedPassword" | "mayBePrivate"
>;

/** Addresses are secrets: whoever has one reads the diary. */
const isSecret = (kind: CalendarSource["kind"]) => kind === "address" || kind === "caldav";

export function sealSource(given: CalendarSource): SealedSource {
  const { kind, source, account = null, password = null, mayBePrivate = false } = given;
  return {
    kind,
    source: isSecret(kind) ? seal(source) : source,
    sourceKey: sourceKeyOf(given),
    sourceShown: shownOf(given),
    account,
    sealedPassword: password === null ? null : seal(password),
    mayBePrivate,
  };
}

/** The source in clear, for asking it. Throws where the site's key is another than the one it was sealed with. */
export function openSource(row: SealedSource): CalendarSource {
  const { kind, source, account, sealedPassword, mayBePrivate } = row;
  return {
    kind,
    source: isSecret(kind) && !isClear(source) ? unseal(source) : source,
    account,
    password: sealedPassword === null ? null : unseal(sealedPassword),
    mayBePrivate,
  };
}

/** Rows of before 0011 hold their address in clear until they are next read whole. */
const isClear = (source: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(source);

/** What a row is to hold instead of an address in clear; null where it is sealed already. */
export const sealedAnew = (row: SealedSource): SealedSource | null =>
  isSecret(row.kind) && isClear(row.source) ? sealSource(openSource(row)) : null;

/** One source has one key, however its address is spelled: the same calendar serves several groups. */
export function sourceKeyOf({ kind, source, account }: CalendarSource): string {
  return createHash("sha256")
    .update(`${kind} ${spelled(kind, source)} ${account ?? ""}`)
    .digest("hex");
}

function spelled(kind: CalendarSource["kind"], source: string): string {
  if (!isSecret(kind)) return source;
  const address = source.trim().replace(/^webcals?:/i, "https:");
  return URL.canParse(address) ? new URL(address).href : address;
}

/** The host of an address, or the name of a file without the folders that it lies in. */
function shownOf({ kind, source }: CalendarSource): string {
  if (!isSecret(kind)) return source.split(/[\\/]/).at(-1) || source;
  const address = source.trim().replace(/^webcals?:/i, "https:");
  return URL.canParse(address) ? hostInWords(new URL(address).host) : "Calendar";
}
