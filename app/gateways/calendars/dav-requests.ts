import { escaped } from "./xml.ts";

/* The questions of WebDAV (RFC 4918), CalDAV (RFC 4791) and its differences (RFC 6578), as the texts that are sent. */

const wrapped = (root: string, content: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<${root} xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">${content}</${root}>`;

const propfind = (...names: string[]) =>
  wrapped("d:propfind", `<d:prop>${names.map((name) => `<${name}/>`).join("")}</d:prop>`);

/** Who am I here, and what is this? */
export const whoAndWhat = propfind(
  "d:current-user-principal",
  "d:resourcetype",
  "d:displayname",
  "c:calendar-home-set",
  "c:supported-calendar-component-set",
);

/** Which calendars are in here? */
export const whichCalendars = propfind(
  "d:resourcetype",
  "d:displayname",
  "c:supported-calendar-component-set",
);

/** Is this a calendar, how is it called, and where do its changes stand? */
export const whereItStands = propfind("d:resourcetype", "d:displayname", "d:sync-token");

/** What is in here, and which version of it? */
export const whatIsInside = propfind("d:resourcetype", "d:getetag", "d:getcontenttype");

/** What has changed since? */
export const changesAfter = (token: string): string =>
  wrapped(
    "d:sync-collection",
    `<d:sync-token>${escaped(token)}</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop>`,
  );

/** The texts of these. */
export const textsOf = (hrefs: readonly string[]): string =>
  wrapped(
    "c:calendar-multiget",
    `<d:prop><d:getetag/><c:calendar-data/></d:prop>${hrefs.map((href) => `<d:href>${escaped(href)}</d:href>`).join("")}`,
  );
