import { childOf, childrenOf, type Element, readXml, textOf } from "./xml.ts";

const dav = (name: string) => `DAV: ${name}`;
const cal = (name: string) => `urn:ietf:params:xml:ns:caldav ${name}`;

/** What a WebDAV server says of one resource: only properties that it has (a propstat of 200). */
export interface Row {
  href: string;
  /** Of the resource as a whole; null where only its properties have one. */
  status: number | null;
  etag: string | null;
  contentType: string;
  /** The text of a calendar resource, when it was asked for. */
  calendarData: string | null;
  displayName: string;
  syncToken: string | null;
  isCollection: boolean;
  isCalendar: boolean;
  /** Names of components such as VEVENT; null where the server does not say. */
  components: string[] | null;
  principal: string | null;
  homes: string[];
}

/** An answer of status 207 (RFC 4918 §13), with the sync-token of RFC 6578. */
export interface Multistatus {
  rows: Row[];
  syncToken: string | null;
}

/** As long as a calendar's name may be here; a server may say a megabyte. */
const longestName = 200;

/** Throws BadXml. */
export function readMultistatus(body: Uint8Array): Multistatus {
  const root = readXml(new TextDecoder().decode(body));
  const token = textOf(childOf(root, dav("sync-token")));
  return { rows: childrenOf(root, dav("response")).flatMap(rowsOf), syncToken: token || null };
}

/** A response without properties may name several resources that share its status. */
function rowsOf(response: Element): Row[] {
  const status = statusOf(response);
  const stats = childrenOf(response, dav("propstat")).filter((stat) => (statusOf(stat) ?? 200) === 200);
  const props = stats.flatMap((stat) => childOf(stat, dav("prop"))?.children ?? []);
  return childrenOf(response, dav("href")).map((href) => ({ href: textOf(href), status, ...read(props) }));
}

function read(props: Element[]): Omit<Row, "href" | "status"> {
  const named = (name: string) => props.find((prop) => prop.name === name);
  const hrefsOf = (name: string) => childrenOf(named(name), dav("href")).map(textOf);
  const kinds = named(dav("resourcetype"))?.children.map(({ name }) => name) ?? [];
  const components = named(cal("supported-calendar-component-set"));
  return {
    etag: textOf(named(dav("getetag"))) || null,
    contentType: textOf(named(dav("getcontenttype"))).toLowerCase(),
    calendarData: named(cal("calendar-data"))?.text ?? null,
    displayName: textOf(named(dav("displayname")))
      .replace(/\s+/g, " ")
      .slice(0, longestName),
    syncToken: textOf(named(dav("sync-token"))) || null,
    isCollection: kinds.includes(dav("collection")),
    isCalendar: kinds.includes(cal("calendar")),
    components: components ? childrenOf(components, cal("comp")).map(nameOf) : null,
    principal: hrefsOf(dav("current-user-principal"))[0] ?? null,
    homes: hrefsOf(cal("calendar-home-set")),
  };
}

const nameOf = ({ attributes }: Element): string => attributes.name?.toUpperCase() ?? "";

function statusOf(element: Element): number | null {
  const [, status] = /^HTTP\/\S+ (\d{3})/.exec(textOf(childOf(element, dav("status")))) ?? [];
  return status ? Number(status) : null;
}
