import { homeZone, instantOf, isoDate, utc, wallOf, zoneNamed } from "#app/domain/calendars/time-zone.ts";
import type { CalendarKind } from "#db/vocabulary.ts";
import type { FailureKind } from "#db/vocabulary-diary.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A run that ended: what the calendar is, and how it failed if it did. */
export interface EndedRun {
  kind: CalendarKind;
  /** Null after a good run. */
  failure: FailureKind | null;
  /** Failures in a row, this one included. */
  failures: number;
  /** How long the other side asks to be left alone. */
  retryAfterMs: number | null;
}

/** First wait, factor and longest wait by the kind of failure. What a hand must mend is not asked for again and again. */
const waits: Record<FailureKind, { first: number; times: number; most: number }> = {
  unreachable: { first: 15 * minute, times: 2, most: 6 * hour },
  busy: { first: 15 * minute, times: 2, most: 6 * hour },
  refused: { first: 15 * minute, times: 4, most: day },
  gone: { first: 15 * minute, times: 4, most: day },
  "not-a-calendar": { first: 15 * minute, times: 4, most: day },
  forbidden: { first: day, times: 1, most: day },
  secret: { first: day, times: 1, most: day },
};

const usual = 15 * minute;
/** Somebody else's clock may ask for patience, but not for ever. */
const mostPatience = day;

/**
 * When a calendar is read next. Every wait is longer or shorter by up to a fifth, so that calendars that were
 * connected together drift apart. What lies here (uploads, files) is read once after midnight, for its window alone.
 * @param jitter From 0 to below 1.
 */
export function nextRunAt(run: EndedRun, now: Date, jitter: number): Date {
  if (run.failure === null && (run.kind === "upload" || run.kind === "file"))
    return afterMidnight(now, jitter);
  const spread = waitAfter(run) * (0.8 + 0.4 * jitter);
  const asked = Math.min(run.retryAfterMs ?? 0, mostPatience);
  return new Date(now.getTime() + Math.round(asked > spread ? asked * (1 + 0.2 * jitter) : spread));
}

function waitAfter({ failure, failures }: EndedRun): number {
  if (failure === null) return usual;
  const { first, times, most } = waits[failure];
  return Math.min(most, first * times ** Math.max(0, failures - 1));
}

/** Within the first hour of the next day in London. */
function afterMidnight(now: Date, jitter: number): Date {
  const zone = zoneNamed(homeZone) ?? utc;
  const tomorrow = isoDate(wallOf(now.getTime(), zone) + day);
  return new Date(
    instantOf(Date.parse(tomorrow), zone).instant + Math.round(minute + jitter * (hour - minute)),
  );
}

/** A number from 0 to below 1 that looks like chance and is the same for one calendar at one moment (FNV-1a). */
export function jitterOf(calendarId: string, now: Date): number {
  let hash = 0x811c9dc5;
  for (const letter of `${calendarId} ${now.getTime()}`) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
