import { Unreachable } from "../unreachable.ts";
import { forbidden } from "./failures.ts";
import { hostInWords } from "./host-in-words.ts";

/** An http, https or webcal address as a URL, without the dot that may end a name. Throws Unreachable. */
export function readAddress(address: string): URL {
  const https = address.trim().replace(/^webcals?:/i, "https:");
  const url = URL.canParse(https) ? new URL(https) : null;
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname) {
    throw forbidden("A calendar's address must begin with https://, http:// or webcal://.");
  }
  url.hostname = url.hostname.replace(/\.$/, "");
  if (!isNameOfDns(url.hostname))
    throw forbidden("There can be no website of the name that stands in this address.", "no-name");
  return url;
}

/** DNS knows no longer names, and neither longer nor empty parts of them. */
const isNameOfDns = (host: string): boolean => host.length <= 253 && /^[^.]{1,63}(\.[^.]{1,63})*$/.test(host);

/** A part of an address without its percent signs; as it stands where they mean nothing. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Another path of the same origin. Never parsed: a path that begins with two slashes would be another host. */
export function atPath(origin: URL, path: string): URL {
  const url = new URL(origin);
  url.pathname = path;
  url.search = "";
  url.hash = "";
  return url;
}

/** Whether a host was named as one that may be private, with its port or, for the usual port, without. */
export const isAllowed = ({ host, hostname, port, protocol }: URL, allow: readonly string[]): boolean =>
  allow.includes(host) || allow.includes(`${hostname}:${port || (protocol === "https:" ? 443 : 80)}`);

/** Where a redirect leads. Names and passwords in it are not ours, and are dropped. */
export function redirectedTo(target: string, from: URL, allow: readonly string[]): URL {
  const url = readAddress(target);
  url.username = "";
  url.password = "";
  const host = hostInWords(from.hostname);
  if (isSignIn(url)) throw new Unreachable(`${host} ${signInAdvice(url)}`, "refused");
  if (from.protocol === "https:" && url.protocol === "http:" && !isAllowed(url, allow)) {
    throw forbidden(
      `${host} sends us from https to http, where anybody on the way could read and change the calendar.`,
      "not-safe",
    );
  }
  return url;
}

const signInHosts =
  /^(login\.microsoftonline\.(com|us)|login\.(live|microsoft|windows)\.(com|net)|accounts\.google\.com|appleid\.apple\.com|idmsa\.apple\.com|login\.yahoo\.com)$/;
const signInPaths =
  /\/(login|log-in|signin|sign-in|sign_in|wp-login\.php|servicelogin|adfs|saml2?|authenticate\.aspx)(\/|$)/i;

const isSignIn = ({ hostname, pathname }: URL) => signInHosts.test(hostname) || signInPaths.test(pathname);

/** People paste the address of the page they see when signed in; what they need is the one for programs. */
function signInAdvice({ hostname }: URL): string {
  const wants = "wants somebody to sign in before this calendar may be read.";
  if (hostname.startsWith("login.")) {
    return `${wants} In Outlook, publish the calendar (Settings, Calendar, Shared calendars) and use its ICS link.`;
  }
  if (hostname === "accounts.google.com") {
    return `${wants} In Google Calendar’s settings, use the “Secret address in iCal format” of the calendar.`;
  }
  return `${wants} Use an address that works without signing in, often called “public” or “secret” link.`;
}
