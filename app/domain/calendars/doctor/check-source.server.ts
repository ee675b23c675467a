import { isOwnFeed } from "#app/domain/calendars/feeds/own-feed.ts";
import { type Feed, readFeed } from "#app/domain/calendars/ics.ts";
import type { Match } from "#app/domain/calendars/keeping/match-rule.ts";
import { findOwner, type Owner } from "#app/domain/calendars/keeping/owner.server.ts";
import { NotACalendar } from "#app/domain/calendars/reading/lines.ts";
import { inACircle, readingOthers, refuseOwnAddress } from "#app/domain/calendars/sources/not-ourselves.ts";
import { windowAt } from "#app/domain/calendars/sync/read-calendar.server.ts";
import { homeZone } from "#app/domain/calendars/time-zone.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { plainWords } from "#app/domain/plain-words.ts";
import {
  type CalendarSource,
  configuredSourceReader,
  type ReadSource,
  Unreachable,
} from "#app/gateways/calendar-source.server.ts";
import { discoverCalendars, type FoundCalendar } from "#app/gateways/calendars/caldav.server.ts";
import { hostInWords } from "#app/gateways/calendars/host-in-words.ts";
import { type Advice, adviceOn, adviceOnFailure, onWebPage, readAddress } from "./advice.ts";
import { type Named, namedBy, sealNamed } from "./checked-source.server.ts";
import type { OwnerNamed, SourceFields } from "./inputs.ts";
import { type Preview, previewOf } from "./preview.ts";
import { prodIdOf, programs, recognise } from "./recognise.ts";
import { isWebPage, onOtherBody } from "./remedies.ts";

/** How the outside is asked; tests give their own. */
export interface Outside {
  read: ReadSource;
  discover: (at: { address: string; account: string; password: string }) => Promise<FoundCalendar[]>;
}

/** As this site asks; `publicUrl` is its own address, of which nothing is asked. */
export const siteOutside = (publicUrl: string): Outside => ({
  read: readingOthers(configuredSourceReader(), publicUrl),
  discover: async (at) => {
    refuseOwnAddress(at.address, publicUrl);
    return discoverCalendars(at);
  },
});

/** What the doctor found. Either advice, or several calendars to choose from, or what would come in. */
export interface Checkup {
  owner: Owner;
  /** What was checked, for the form that connects it; empty where it cannot be. */
  sealed: string;
  /** The host, or the name of the file: never the whole address. */
  shown: string;
  /** "Outlook"; null where it is not known. */
  program: string | null;
  /** CalDAV, which was signed in to. */
  needsSignIn: boolean;
  advice: Advice | null;
  /** What had been sealed and cannot be connected after all: its owner mends it instead of typing it again. */
  typed: Record<string, string>;
  choices: Choice[];
  preview: Preview | null;
}

/** One of several calendars. Of two with one name `at` tells which: the last part of its address. */
interface Choice {
  source: string;
  name: string;
  at: string | null;
}

/**
 * Looks at a calendar without keeping anything of it. A calendar that cannot be connected is an answer with advice,
 * not an error. Throws NotFound, NotAllowed, and Invalid for fields that say too little.
 */
export async function checkSource(
  ctx: Ctx & { actor: Person },
  given: SourceFields & { for: OwnerNamed; match: Match },
  file: { fileName: string; bytes: Uint8Array } | null,
  outside: Outside,
): Promise<Checkup> {
  const owner = await findOwner(ctx, given.for);
  const named = namedBy(given, file, ctx.actor, ctx.now);
  const found = await examine(named, given, ctx.now, outside);
  const { source } = named;
  const seen = found.source ?? source;
  const sealed = found.advice ? "" : sealNamed({ ...named, source: seen }, ctx.actor, ctx.now);
  return {
    ...{ owner, sealed, shown: shownOf(seen), needsSignIn: source.kind === "caldav" },
    ...{ program: found.program ?? null, advice: found.advice ?? null },
    typed: found.advice && given.sealed ? typedOf(source) : {},
    ...{ choices: found.choices ?? [], preview: found.preview ?? null },
  };
}

function typedOf({ kind, source, account }: CalendarSource): Record<string, string> {
  if (kind === "address") return { address: source };
  return kind === "caldav" ? { server: source, account: account ?? "" } : {};
}

interface Found {
  source?: CalendarSource;
  program?: string | null;
  advice?: Advice;
  choices?: Checkup["choices"];
  preview?: Preview;
}

/** Asks a source once, and reads what it says. */
export async function examine(
  { source, upload }: Named,
  { match, collection }: { match: Match; collection: string },
  now: Date,
  outside: Outside,
): Promise<Found> {
  const url = source.kind === "address" ? readAddress(source.source) : null;
  const known = url && adviceOn(url);
  if (known) return { advice: known, program: nameOf(source, null) };
  let bodies: Uint8Array[] = [];
  try {
    const chosen = source.kind === "caldav" ? await chooseCollection(source, collection, outside) : source;
    if ("choices" in chosen) return chosen;
    const text = upload ? { bodies: [upload], name: null } : await readTexts(chosen, outside.read);
    bodies = text.bodies;
    const feed = refuseOwn(readWhole(bodies, now), bodies);
    const program = nameOf(chosen, prodIdOf(bodies[0] ?? new Uint8Array()));
    // The texts of a collection are single events, which do not say how all of them are called
    const named = { ...feed, name: text.name ?? feed.name };
    return { source: chosen, program, preview: previewOf(named, now, match) };
  } catch (error) {
    return { advice: adviceOnError(error, bodies[0] ?? null, source), program: nameOf(source, null) };
  }
}

/** An address of one collection is itself; a server or a mail address may have several calendars to choose from. */
async function chooseCollection(source: CalendarSource, collection: string, { discover }: Outside) {
  if (collection !== "") return source;
  const { source: address, account, password } = source;
  const found = await discover({ address, account: account ?? "", password: password ?? "" });
  const all = found
    .filter(({ holdsEvents }) => holdsEvents)
    .slice(0, mostChoices)
    .map(({ source, name }) => ({ source, name: plainWords(name) }));
  const [only] = all;
  if (!only) throw new Unreachable("This account has no calendar with events in it.", "gone");
  if (all.length === 1) return { ...source, source: only.source };
  const isAlone = (name: string) => all.filter((one) => one.name === name).length === 1;
  const choices = all.map(({ source, name }) => ({
    source,
    name,
    at: isAlone(name) ? null : lastPart(source),
  }));
  return { choices };
}

/** More than anybody would look through. */
const mostChoices = 100;

const lastPart = (address: string): string =>
  new URL(address).pathname.split("/").filter(Boolean).at(-1) ?? "";

async function readTexts(source: CalendarSource, read: ReadSource) {
  const found = await read(source);
  if (!found.changed) return { bodies: [], name: null };
  return {
    bodies: found.resources.map(({ body }) => body),
    name: (found.name && plainWords(found.name)) || null,
  };
}

function readWhole(bodies: Uint8Array[], now: Date): Feed {
  const [only] = bodies;
  // Of one body notices name the line
  const body = only && bodies.length === 1 ? only : bodies;
  return readFeed(body, { ...windowAt(now, homeZone), defaultZone: homeZone });
}

/** What we give out may come to us by another address, too. */
function refuseOwn(feed: Feed, [first]: readonly Uint8Array[]): Feed {
  const body = first ? { body: new TextDecoder().decode(first.subarray(0, 4_000)) } : {};
  if (isOwnFeed({}, { uids: feed.events.map(({ uid }) => uid), ...body })) throw new NotACalendar(inACircle);
  return feed;
}

function adviceOnError(error: unknown, body: Uint8Array | null, { kind, source }: CalendarSource): Advice {
  const url = kind === "address" ? readAddress(source) : null;
  if (error instanceof Unreachable) return adviceOnFailure(error, url, source);
  if (!(error instanceof NotACalendar)) throw error;
  const nothing = { problem: error.message, instead: null, guide: null };
  if (error.message === inACircle) return { ...nothing, steps: [theirOwn] };
  if (!body) return { ...nothing, steps: [] };
  const text = new TextDecoder().decode(body.subarray(0, 1_000_000));
  if (url && isWebPage(text)) return onWebPage(text, url);
  const { problem, steps } = onOtherBody(text, kind === "upload");
  return { ...nothing, problem: problem ?? error.message, steps };
}

const theirOwn = "Connect the calendar in which the dates are kept, not the one that Assembly makes of them.";

function nameOf({ kind, source }: CalendarSource, prodId: string | null): string | null {
  const program = recognise({ address: kind === "upload" ? null : source, prodId });
  return program && programs[program];
}

/** The host of an address, or the name of a file. */
function shownOf({ kind, source }: CalendarSource): string {
  if (kind === "upload") return source;
  return hostInWords(readAddress(source)?.host ?? source.split("@").at(-1) ?? "");
}
