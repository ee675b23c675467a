import type { DavReply, DavRequest } from "./dav-server.ts";
import { etag, isCalendar, isCollection, multistatus, row, text } from "./dav-server.ts";

export interface DavAccount {
  user: string;
  password: string;
  /** Collections by the last part of their address. */
  calendars: Record<string, { name: string; holds: "VEVENT" | "VTODO"; texts: readonly string[] }>;
}

const answered = (body: string): DavReply => ({
  status: 207,
  body,
  headers: { "Content-Type": "application/xml" },
});
const refused: DavReply = { status: 401, headers: { "WWW-Authenticate": 'Basic realm="diaries"' } };
const missing: DavReply = { status: 404 };

/** A CalDAV server with one account, as far as a first reading asks it. */
export function davAccount({ user, password, calendars }: DavAccount) {
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  const propsOf = ({ name, holds }: DavAccount["calendars"][string]) => [
    isCalendar,
    `<D:displayname>${name}</D:displayname>`,
    `<C:supported-calendar-component-set><C:comp name="${holds}"/></C:supported-calendar-component-set>`,
  ];
  const home = `/dav/diaries-of-${user}/`;
  return ({ method, path, depth, headers }: DavRequest): DavReply => {
    if (headers.authorization !== expected) return refused;
    if (path === "/.well-known/caldav") return { status: 302, headers: { Location: "/dav/" } };
    if (path === "/dav/" || path === "/")
      return answered(
        multistatus(
          row(
            path,
            isCollection,
            `<D:current-user-principal><D:href>/dav/me/</D:href></D:current-user-principal>`,
          ),
        ),
      );
    if (path === "/dav/me/")
      return answered(
        multistatus(
          row(path, isCollection, `<C:calendar-home-set><D:href>${home}</D:href></C:calendar-home-set>`),
        ),
      );
    const all = Object.entries(calendars).map(([last, one]) => row(`${home}${last}/`, ...propsOf(one)));
    if (path === home) return answered(multistatus(row(path, isCollection), ...(depth === "1" ? all : [])));
    const found = calendars[path.slice(home.length).replace(/\/$/, "")];
    return found ? answered(collection(path, found, { method, depth }, propsOf(found))) : missing;
  };
}

function collection(
  path: string,
  { texts }: DavAccount["calendars"][string],
  { method, depth }: Pick<DavRequest, "method" | "depth">,
  props: string[],
): string {
  const escaped = (body: string) => body.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const rows = texts.map((body, at) => row(`${path}${at}.ics`, etag(`"${at}"`), text(escaped(body))));
  if (method === "REPORT") return multistatus(...rows);
  return multistatus(row(path, ...props), ...(depth === "1" ? rows : []));
}
