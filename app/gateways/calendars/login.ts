import { decoded } from "./address.ts";
import { forbidden } from "./failures.ts";
import { hostInWords } from "./host-in-words.ts";

/** An account and its (app) password, and the address that somebody gave them for. */
export interface Login {
  account: string;
  password: string;
  givenFor: URL;
}

/** Credentials that stand in an address itself, as https://name:password@host/ does; null without. */
export function loginIn(url: URL): Login | null {
  if (!url.username && !url.password) return null;
  return { account: decoded(url.username), password: decoded(url.password), givenFor: url };
}

/**
 * The header for a request, or none for an origin that the password was not given for: being sent on to another
 * does not hand it over. Throws where it would travel in clear.
 */
export function authorizationFor(url: URL, login: Login | null, mayBeClear: boolean): Record<string, string> {
  if (!login || url.origin !== login.givenFor.origin) return {};
  if (url.protocol !== "https:" && !mayBeClear) {
    throw forbidden(
      `A password must not travel to ${hostInWords(url.hostname)} in clear: use an address that begins with https://.`,
      "not-safe",
    );
  }
  const text = Buffer.from(`${login.account}:${login.password}`, "utf8").toString("base64");
  return { Authorization: `Basic ${text}` };
}

/**
 * Whether a host belongs to whoever runs another: it is the same, lies under it, or is its sister (caldav.icloud.com and
 * p42-caldav.icloud.com). Names right below a public ending (co.uk, nhs.uk) are strangers to each other.
 */
export function isSameHouse(host: string, other: string): boolean {
  if (host === other) return true;
  if (isFigures(host) || isFigures(other)) return false;
  const parent = other.split(".").slice(1).join(".");
  return [other, parent].some((house) => host.endsWith(`.${house}`) && !isPublicEnding(house));
}

const isFigures = (host: string) => /^[\d.]+$|:/.test(host);

/** Errs on the side of strangers: `co`, `org`, `nhs` and other short names below a country are taken for endings. */
function isPublicEnding(domain: string): boolean {
  const [second = "", top = "", ...more] = domain.split(".");
  if (!top || more.length > 0) return !top;
  return top.length === 2 && (second.length <= 4 || second === "police");
}
