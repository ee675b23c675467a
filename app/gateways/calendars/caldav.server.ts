import { promises as dns } from "node:dns";
import { env } from "#app/env.server.ts";
import { Unreachable } from "../unreachable.ts";
import { atPath, decoded, isAllowed, readAddress } from "./address.ts";
import { whichCalendars, whoAndWhat } from "./dav-requests.ts";
import { type DavAnswer, type DavSession, davSession } from "./dav-session.server.ts";
import { forbidden } from "./failures.ts";
import { hostInWords } from "./host-in-words.ts";
import { isSameHouse, type Login } from "./login.ts";
import { adviceWithoutCaldav, knownServer, placesOf } from "./mail-domain.server.ts";
import type { Row } from "./multistatus.ts";

/** A collection of calendar resources that an account may read. */
export interface FoundCalendar {
  /** Its absolute address. */
  source: string;
  name: string;
  /** Otherwise it is a list of tasks or notes. */
  holdsEvents: boolean;
}

/** How DNS is asked for a mail domain's servers; tests give another. */
export type Names = Pick<typeof dns, "resolveSrv" | "resolveTxt">;

interface Search {
  session: DavSession;
  allow: readonly string[];
  login: Omit<Login, "givenFor">;
  /** The host that somebody typed: who runs it may be given the password. */
  house: string;
  /** The password was not taken. The same one four times over may lock an account, so nothing else is tried. */
  refusal: Unreachable | null;
}

/**
 * The calendars of an account, found from an https address, a mail domain or a mail address (RFC 6764), those with events
 * first. Throws Unreachable: of several ways that fail, for the first reason somebody can act on.
 */
export async function discoverCalendars(
  at: { address: string; account: string; password: string },
  allow: readonly string[] = env.CALENDAR_HOSTS,
  names: Names = dns,
): Promise<FoundCalendar[]> {
  const { account, password } = at;
  const { house, places } = await startsOf(at.address.trim(), names);
  const session = davSession(allow);
  const search: Search = { session, allow, login: { account, password }, house, refusal: null };
  const reasons: Unreachable[] = [];
  for (const place of places) {
    try {
      const found = await calendarsFrom(search, place);
      if (found.length > 0) return found;
    } catch (error) {
      if (!(error instanceof Unreachable) || error === search.refusal) throw error;
      reasons.push(error);
    }
  }
  const [first = new Unreachable(`No calendars were found at ${hostInWords(house)}.`, "gone")] = reasons;
  throw reasons.find(({ kind }) => kind === "forbidden") ?? first;
}

/** Where to begin: an address is asked itself and then for its host's signpost; a domain by what it publishes. */
async function startsOf(address: string, names: Names): Promise<{ house: string; places: URL[] }> {
  const web = address.replace(/^caldavs?:/i, "https:");
  if (/^https?:/i.test(web) || /^[^@/]+\//.test(web)) {
    const url = readAddress(/^https?:/i.test(web) ? web : `https://${web}`);
    refuseWithoutCaldav(url.hostname);
    return { house: url.hostname, places: [url, new URL("/.well-known/caldav", url)] };
  }
  const domain = readAddress(`https://${address.split("@").at(-1)}`).hostname;
  refuseWithoutCaldav(domain);
  const server = knownServer(domain);
  if (server) return { house: server.hostname, places: [server] };
  return { house: domain, places: await placesOf(domain, names) };
}

function refuseWithoutCaldav(host: string): void {
  const advice = adviceWithoutCaldav(host);
  if (advice) throw new Unreachable(advice, "refused", null, "no-caldav");
}

/** From a place to whom it says that we are, to where their calendars are, to the calendars. */
async function calendarsFrom(search: Search, place: URL): Promise<FoundCalendar[]> {
  const here = await look(search, place);
  if (here.row?.isCalendar) return [calendarOf(here.row, here.url)];
  const homes = here.row?.homes.length ? here : await principalOf(search, here);
  const found: FoundCalendar[] = [];
  for (const href of homes.row?.homes.slice(0, 5) ?? []) {
    found.push(...(await calendarsIn(search, resolved(search, href, homes.url))));
  }
  // A server that does not say who we are may still show what it has.
  if (found.length === 0 && here.row?.isCollection) found.push(...(await calendarsIn(search, here.url)));
  return found.toSorted(
    (a, b) => Number(b.holdsEvents) - Number(a.holdsEvents) || a.name.localeCompare(b.name),
  );
}

interface Seen {
  url: URL;
  row: Row | undefined;
}

async function look(search: Search, url: URL): Promise<Seen> {
  const answer = await ask(search, url, { depth: "0", body: whoAndWhat });
  if (!answer.found) throw answer.failure;
  return { url: answer.url, row: answer.found.rows[0] };
}

async function principalOf(search: Search, here: Seen): Promise<Seen> {
  const href = here.row?.principal;
  return href ? look(search, resolved(search, href, here.url)) : here;
}

async function calendarsIn(search: Search, home: URL): Promise<FoundCalendar[]> {
  const { url, found, failure } = await ask(search, home, { depth: "1", body: whichCalendars });
  if (!found) throw failure;
  const calendars = found.rows.filter((row) => row.isCalendar && URL.canParse(row.href, url));
  return calendars.map((row) => calendarOf(row, resolved(search, row.href, url)));
}

function calendarOf(row: Row, url: URL): FoundCalendar {
  const [last = ""] = url.pathname.split("/").filter(Boolean).slice(-1);
  const name = row.displayName || decoded(last) || url.hostname;
  return { source: url.href, name, holdsEvents: row.components?.includes("VEVENT") ?? true };
}

/**
 * Asks with the password where it may be known: on a redirect to another host of the same house once more, there.
 * Any other host has to be typed by whoever trusts it. Throws Unreachable.
 */
async function ask(
  search: Search,
  url: URL,
  question: { depth: "0" | "1"; body: string },
): Promise<DavAnswer> {
  const asked = { method: "PROPFIND", ...question } as const;
  mustBeTrusted(search, url);
  let answer = await search.session(url, asked, { ...search.login, givenFor: url });
  if (answer.url.origin !== url.origin) {
    mustBeTrusted(search, answer.url);
    answer = await search.session(answer.url, asked, { ...search.login, givenFor: answer.url });
  }
  if (answer.status === 401) search.refusal = answer.failure;
  return answer;
}

function mustBeTrusted({ house, allow }: Search, url: URL): void {
  if (isSameHouse(url.hostname, house) || isAllowed(url, allow)) return;
  const [typed, named] = [hostInWords(house), hostInWords(url.hostname)];
  throw forbidden(
    `${typed} says that its calendars are at ${named}. Type that address if ${named} may know the password.`,
    "other-house",
  );
}

/** Servers behind a proxy may believe that they speak http: on the host that was asked, the way of asking stays. */
function resolved(search: Search, href: string, from: URL): URL {
  if (!URL.canParse(href, from))
    throw new Unreachable(`The answer of ${hostInWords(from.hostname)} makes no sense.`);
  const url = new URL(href, from);
  if (url.hostname === from.hostname && url.protocol !== "https:") return atPath(from, url.pathname);
  mustBeTrusted(search, url);
  if (!isAllowed(url, search.allow)) url.protocol = "https:";
  return atPath(url, url.pathname);
}
