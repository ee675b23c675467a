import type { CalendarSource, Fetched, KnownText, Resource } from "../calendar-source.server.ts";
import { Unreachable } from "../unreachable.ts";
import { decoded, readAddress } from "./address.ts";
import { changesAfter, textsOf, whatIsInside, whereItStands } from "./dav-requests.ts";
import { type DavSession, davSession } from "./dav-session.server.ts";
import { hostInWords } from "./host-in-words.ts";
import type { Login } from "./login.ts";
import type { Row } from "./multistatus.ts";

type ETags = ReadonlyMap<string, string | null>;

/** A calendar's resources by their paths. A server that spells a path in another way means the same one. */
interface Change {
  etags: Map<string, string | null>;
  gone: string[];
  syncToken: string | null;
  /** What people call the collection; asked for with all of it alone. */
  name: string | null;
}

interface Collection {
  session: DavSession;
  url: URL;
  login: Login;
}

const mostPages = 50;
const batch = 100;

/**
 * Reads a CalDAV collection: what changed since its sync-token (RFC 6578) or, where the server does not take that,
 * by comparing all its ETags; and whole when nothing is known of it. Throws Unreachable: half an answer is none.
 */
export async function readCollection(
  { source, account, password }: CalendarSource,
  known: Partial<KnownText>,
  allow: readonly string[],
): Promise<Fetched> {
  const url = readAddress(source);
  const login = { account: account ?? "", password: password ?? "", givenFor: url };
  const collection = { session: davSession(allow), url, login };
  const resources = known.resources && byKey(known.resources);
  const later = resources && known.syncToken ? await changesSince(collection, known.syncToken) : null;
  const change = later ?? (await everything(collection));
  const wanted = [...change.etags].filter(([href, etag]) => {
    const before = resources?.get(keyOf(href));
    return !before || etag === null || before.etag !== etag;
  });
  const texts = await fetchTexts(
    collection,
    wanted.map(([href]) => href),
  );
  change.gone.push(...texts.gone);
  for (const href of texts.gone) change.etags.delete(href);
  const gone = resources ? goneOf(resources, change, later === null) : [];
  const found = texts.resources.map((one) => ({
    ...one,
    href: resources?.get(keyOf(one.href))?.href ?? one.href,
  }));
  const { syncToken, name } = change;
  if (resources && found.length === 0 && gone.length === 0) return { changed: false, syncToken };
  return {
    changed: true,
    isWhole: !resources,
    resources: found,
    gone,
    etag: null,
    lastModified: null,
    syncToken,
    name,
  };
}

type Known = ReadonlyMap<string, { href: string; etag: string | null }>;

const byKey = (resources: ETags): Known =>
  new Map([...resources].map(([href, etag]) => [keyOf(href), { href, etag }]));

/** Of what is known: what was said to be gone, and after a full listing what is not in it. */
function goneOf(resources: Known, { etags, gone }: Change, isListing: boolean): string[] {
  const listed = new Set([...etags.keys()].map(keyOf));
  const said = new Set(gone.map(keyOf));
  return [...resources]
    .filter(([key]) => !listed.has(key) && (isListing || said.has(key)))
    .map(([, { href }]) => href);
}

/** Follows a sync-token, page by page. Null: this server wants us to begin anew, whichever way it says so. */
async function changesSince(collection: Collection, from: string): Promise<Change | null> {
  const etags = new Map<string, string | null>();
  const gone = new Set<string>();
  let token = from;
  for (let page = 0; page < mostPages; page += 1) {
    const body = changesAfter(token);
    const { status, url, found, failure } = await ask(collection, { method: "REPORT", depth: "0", body });
    if (isFinal(status)) throw failure;
    if (!found?.syncToken) return null;
    const members = membersOf(withPaths(found.rows, url), url.pathname);
    if (members.length === 0 && found.rows.some((row) => row.status !== 507)) return null;
    for (const row of members) {
      if (row.status === 404 || row.status === 410) {
        gone.add(row.href);
        etags.delete(row.href);
      } else if ((row.status ?? 200) === 200) {
        etags.set(row.href, row.etag);
        gone.delete(row.href);
      } else return null;
    }
    const hasMore = found.rows.some((row) => row.status === 507);
    if (!hasMore) return { etags, gone: [...gone], syncToken: found.syncToken, name: null };
    if (found.syncToken === token) return null;
    token = found.syncToken;
  }
  return null;
}

/** Answers that a full listing would get as well. */
const isFinal = (status: number) => status === 401 || status === 429 || status === 503;

/** The token is asked for first: what changes between the two questions is seen again at the next reading, never missed. */
async function everything(collection: Collection): Promise<Change> {
  const { hostname } = collection.url;
  const state = await ask(collection, { method: "PROPFIND", depth: "0", body: whereItStands });
  if (!state.found) throw state.failure;
  const [self] = withPaths(state.found.rows, state.url);
  if (!self?.isCalendar)
    throw new Unreachable(
      `What is at this address of ${hostInWords(hostname)} is not a calendar.`,
      "not-a-calendar",
    );
  const list = await ask(collection, { method: "PROPFIND", depth: "1", body: whatIsInside });
  if (!list.found) throw list.failure;
  if (list.found.rows.some((row) => row.status === 507)) throw incomplete(collection);
  // The server's own spelling of where we are: one behind a proxy may see itself at another path.
  const members = membersOf(withPaths(list.found.rows, list.url), self.href).filter(
    ({ status, isCollection, contentType }) =>
      (status ?? 200) === 200 && !isCollection && (!contentType || contentType.startsWith("text/calendar")),
  );
  return {
    etags: new Map(members.map(({ href, etag }) => [href, etag])),
    gone: [],
    syncToken: self.syncToken,
    name: self.displayName || null,
  };
}

/**
 * Rows of what lies right in a collection. Of an href only the path is believed: wherever else an answer points to, we
 * do not go there.
 */
function membersOf(rows: readonly Row[], collection: string): Row[] {
  const home = keyOf(collection).replace(/\/?$/, "/");
  return rows.filter(({ href }) => {
    const key = keyOf(href);
    return key.startsWith(home) && /^[^/]+$/.test(key.slice(home.length));
  });
}

const withPaths = (rows: readonly Row[], url: URL): Row[] =>
  rows.flatMap((row) =>
    URL.canParse(row.href, url) ? [{ ...row, href: new URL(row.href, url).pathname }] : [],
  );

/** One spelling of a path: `%40` and `@` are the same to servers, whichever they send. */
const keyOf = (path: string): string =>
  path
    .split("/")
    .map((part) => encodeURIComponent(decoded(part)))
    .join("/");

async function fetchTexts(
  collection: Collection,
  hrefs: readonly string[],
): Promise<{ resources: Resource[]; gone: string[] }> {
  const resources: Resource[] = [];
  const gone: string[] = [];
  for (let start = 0; start < hrefs.length; start += batch) {
    const asked = hrefs.slice(start, start + batch);
    const question = { method: "REPORT", depth: "1", body: textsOf(asked) } as const;
    const { url, found, failure } = await ask(collection, question);
    if (!found) throw failure;
    const rows = new Map(withPaths(found.rows, url).map((row) => [keyOf(row.href), row]));
    for (const href of asked) {
      const row = rows.get(keyOf(href));
      if (row?.status === 404 || row?.status === 410) gone.push(href);
      else if (!row || (row.status ?? 200) !== 200) throw incomplete(collection);
      // A file that lies among the events and is none has no such text.
      else if (row.calendarData !== null) resources.push(resource(href, row.etag, row.calendarData));
    }
  }
  return { resources, gone };
}

const resource = (href: string, etag: string | null, text: string): Resource => ({
  href,
  etag,
  body: new TextEncoder().encode(text),
});

const incomplete = ({ url }: Collection) =>
  new Unreachable(`${hostInWords(url.hostname)} gave only a part of the calendar, which is left as it was.`);

const ask = ({ session, url, login }: Collection, question: Parameters<DavSession>[1]) =>
  session(url, question, login);
