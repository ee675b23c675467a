import type { Trouble } from "#app/gateways/unreachable.ts";
import type { FailureKind } from "#db/vocabulary-diary.ts";
import { afterRefusal } from "./app-passwords.ts";
import { type Program, programs, recognise } from "./recognise.ts";
import { remedies } from "./remedies.ts";

/** What to do about an address that cannot be connected as it is. */
export interface Advice {
  /** One sentence: what is wrong. */
  problem: string;
  /** What to do instead, a sentence each. */
  steps: string[];
  /** Another address that is likely meant. */
  instead: string | null;
  /** Whose steps to show. */
  guide: Program | null;
  /** What is wrong is the password, not the address. */
  isPassword?: boolean;
}

/** An address as people copy it: without the marks around it, and fetched as https. */
export function readAddress(typed: string): URL | null {
  const bare = typed.trim().replace(/^[<"'“]+|[>"'”]+$/g, "");
  const https = bare.replace(/^webcals?:/i, "https:");
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(https) ? https : `https://${https}`;
  if (/\s/.test(bare) || !URL.canParse(whole)) return null;
  const url = new URL(whole);
  return /^https?:$/.test(url.protocol) && isHost(url.hostname) ? url : null;
}

/** Longer names DNS does not know. */
const isHost = (name: string): boolean => (name.includes(".") && name.length <= 253) || name === "localhost";

/** Addresses that programs show where people look first, and that are no calendars: told before anything is fetched. */
export function adviceOn(url: URL): Advice | null {
  const program = recognise({ address: url.href });
  if (program === "outlook") return onOutlook(url);
  if (program === "google") return onGoogle(url);
  if (program === "icloud") return onICloud(url);
  if (program === "meetup") return onMeetup(url);
  if (program === "teamup" && !url.hostname.startsWith("ics.")) {
    const steps = ["In Teamup open Settings, then iCalendar Feeds, and copy the address shown there."];
    return {
      problem: "This is the page of a Teamup calendar, not its feed.",
      steps,
      instead: null,
      guide: null,
    };
  }
  if (program === "facebook") {
    const steps = ["Keep the dates in another calendar, such as Google’s, or type them in here."];
    const problem = "Facebook no longer gives out the events of a page as a calendar.";
    return { problem, steps, instead: null, guide: null };
  }
  return null;
}

function onOutlook(url: URL): Advice | null {
  if (/\.html$/i.test(url.pathname)) {
    const instead = new URL(url);
    instead.pathname = url.pathname.replace(/\.html$/i, ".ics");
    return {
      problem: "This is Outlook’s HTML link, which shows the calendar as a web page.",
      steps: ["Outlook gives two links, one beside the other. The one to use is called ICS."],
      instead: instead.href,
      guide: "outlook",
    };
  }
  if (/\.ics$/i.test(url.pathname)) return null;
  const steps = ["Publish the calendar in Outlook’s settings, and copy the link called ICS."];
  return {
    problem: "This is the address of Outlook itself, not of a calendar.",
    steps,
    instead: null,
    guide: "outlook",
  };
}

function onGoogle(url: URL): Advice | null {
  if (/\/calendar\/ical\/|\/ical\//.test(url.pathname) || /\.ics$/i.test(url.pathname)) return null;
  const id = googleId(url);
  const steps = [
    "In Google Calendar open the settings of this calendar, and copy the “Secret address in iCal format”.",
  ];
  if (id) steps.push("If the calendar is open to the public, the address below may work as well.");
  return {
    problem:
      "This is the page of a Google calendar, made for looking at it, not for reading it by another program.",
    steps,
    instead: id && `https://calendar.google.com/calendar/ical/${encodeURIComponent(id)}/public/basic.ics`,
    guide: "google",
  };
}

/** The name of a calendar in the addresses of Google's pages: as it is, or in base64. */
function googleId({ searchParams }: URL): string | null {
  const named = searchParams.get("src") ?? searchParams.get("cid");
  if (!named) return null;
  const id = named.includes("@") ? named : decoded(named);
  return /^[^\s@]+@[^\s@]+\.[a-z]+$/i.test(id) ? id : null;
}

function decoded(base64: string): string {
  try {
    return atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}

function onICloud({ hostname, pathname }: URL): Advice | null {
  if (/^p\d+-|^caldav\./.test(hostname) || pathname.includes("/published/")) return null;
  const steps = ["Make the calendar public in Apple’s Calendar, and copy the address shown there."];
  return {
    problem: "This is the address of iCloud itself, not of a calendar.",
    steps,
    instead: null,
    guide: "icloud",
  };
}

function onMeetup({ pathname }: URL): Advice | null {
  if (pathname.includes("/ical")) return null;
  const [group] = pathname.split("/").filter((part) => part !== "" && !/^[a-z]{2}-[A-Z]{2}$/.test(part));
  return {
    problem: "This is the page of a Meetup group, not its calendar.",
    steps: ["The calendar of a Meetup group has an address of its own."],
    instead: group ? `https://www.meetup.com/${group}/events/ical/` : null,
    guide: null,
  };
}

const bodies: Partial<Record<FailureKind, string>> = {
  busy: "Try again in an hour. The other side answers only so many requests.",
  gone: "Copy the address again: perhaps a letter is missing at its end, or a new one was made meanwhile.",
  forbidden: "Give another address of the calendar, or send it as a file.",
  unreachable: "Look whether the address opens in your browser. If it does, try again in a few minutes.",
  "not-a-calendar": "Enter the address of the server itself, or of one calendar on it.",
  secret: "Enter the address and the password once more.",
};

/** What differs where a server was signed in to. */
const ofServers: Partial<Record<FailureKind, string>> = {
  gone: "Copy the address again, or enter only that of the server: we look for its calendars ourselves.",
  unreachable: "Look whether the server opens in your browser. If it does, try again in a few minutes.",
};

/** How asking failed, in the words of whoever asked. */
interface Failure {
  kind: FailureKind;
  message: string;
  trouble?: Trouble | null;
}

/** What to do where asking failed: an address, which is given as `url`, or a CalDAV server. */
export function adviceOnFailure({ kind, message, trouble }: Failure, url: URL | null, source = ""): Advice {
  const program = url && recognise({ address: url.href });
  const guide = program && program in withGuides ? program : null;
  const advice = { problem: message, instead: null, guide };
  if (trouble === "password") return { ...advice, steps: afterRefusal(source), isPassword: true };
  if (trouble === "no-https") return { ...advice, steps: remedies[trouble], instead: inClear(url) };
  if (trouble) return { ...advice, steps: remedies[trouble] };
  if (kind === "refused") return { ...advice, steps: url ? onSignIn(program) : onRefusedServer };
  if (kind === "not-a-calendar" && url) return onWebPage(null, url);
  const step = (url ? null : ofServers[kind]) ?? bodies[kind];
  return { ...advice, steps: step ? [step] : [] };
}

/** The same without https; never one with a name and password in it, which must not travel so. */
function inClear(url: URL | null): string | null {
  if (url?.protocol !== "https:" || url.username || url.password) return null;
  return url.href.replace(/^https:/, "http:");
}

const onRefusedServer = [
  "Ask whoever runs that server whether your account may read this calendar from outside.",
  "Or give the address under which the calendar is published, or send it as a file.",
];

/** Programs whose steps are told on the page (app/ui/calendars/guides.tsx). */
export const withGuides = {
  outlook: true,
  google: true,
  nextcloud: true,
  icloud: true,
  wordpress: true,
} as const;

/** Two large ones let no program in by a password. */
function onSignIn(program: Program | null): string[] {
  const name = program ? programs[program] : "the program in which it is kept";
  const publish = `Publish the calendar, or copy its secret address, in the settings of ${name}: an address that opens without a sign-in.`;
  if (program === "google" || program === "outlook") return [publish];
  return [publish, "Or sign in here: connect it as a CalDAV calendar, with a user name and an app password."];
}

/** A page came instead of a calendar: one to sign in, or one to look at, which may name its calendar. */
export function onWebPage(html: string | null, url: URL | null): Advice {
  const program = recognise({ address: url?.href ?? null });
  const guide = program && program in withGuides ? program : null;
  if (html && /type=["']?password/i.test(html)) {
    const problem = "At this address is a page to sign in, not a calendar.";
    return { problem, steps: onSignIn(program), instead: null, guide };
  }
  const instead = html && url ? linkedCalendar(html, url) : null;
  return {
    problem: "At this address is a web page, not a calendar.",
    steps: instead
      ? ["The page names a calendar of its own: see the address below."]
      : ["Look on that page for a link that says “Subscribe”, “iCal” or “Export”, and copy where it leads."],
    instead,
    guide: guide ?? (html && /wp-content|tribe-events/i.test(html) ? "wordpress" : null),
  };
}

/** The calendar that a page names in its head, or the first link of it that looks like one. */
function linkedCalendar(html: string, at: URL): string | null {
  const tags = html.slice(0, 500_000).match(/<(?:link|a)\b[^<>]{0,2000}>/gi) ?? [];
  const hrefOf = (tag: string) => /\bhref=["']?([^"'\s>]+)/i.exec(tag)?.[1]?.replaceAll("&amp;", "&");
  const named = tags.find((tag) => /^<link/i.test(tag) && /text\/calendar/i.test(tag));
  const linked = tags.find((tag) => /\.ics\b|[?&]ical=1|^webcal/i.test(hrefOf(tag) ?? ""));
  const href = hrefOf(named ?? linked ?? "");
  if (!href || !URL.canParse(href, at)) return null;
  const found = readAddress(new URL(href, at).href);
  return found && found.href !== at.href ? found.href : null;
}
