/** Hosts where people meet: a link to one, wherever it stands, is the way in. */
const meetingHosts =
  /(?:^|\.)(?:zoom\.us|zoomgov\.com|teams\.microsoft\.com|teams\.live\.com|meet\.google\.com|webex\.com|gotomeeting\.com|meet\.goto\.com|whereby\.com|meet\.jit\.si|join\.skype\.com|bigbluebutton\.org)$/i;

const links = /https?:\/\/[^\s<>"'“”]+/gi;

/** Parameters that let a holder in without being asked: Zoom's pwd, Teams' p. */
const keys = ["pwd", "p", "pass", "passcode", "password", "pin", "tk"];

const secretLine =
  /\b(?:pass\s?-?code|password|access code|(?:host|meeting|phone|audio)?\s?\bpin|(?:phone|audio)? ?conference id)\b ?(?:number|is)? ?[:=#] ?\S+|\+?\d[\d ()-]{5,20},{1,4} ?\d[\d#*,]+/i;
const secret = new RegExp(secretLine.source, "gi");

/** The link by which people join, without its pass-code; null where there is none. Best place first. */
export function onlineLink(given: {
  stated: string[];
  location: string;
  description: string;
  url: string;
}): string | null {
  const stated = [...given.stated, given.location].find((text) => /^https?:\/\/\S+$/i.test(text.trim()));
  if (stated) return publicLink(stated.trim());
  const texts = [given.location, given.url, given.description];
  for (const text of texts) {
    const link = text.includes("://") && text.match(links)?.find(isMeeting);
    if (link) return publicLink(link);
  }
  return null;
}

/** Whether there is a sign that a secret line needs, other than the colon of a link: most texts have none. */
const mayHoldSecret = (text: string): boolean => /(?<!https?)[:=#]|,(?:,| ?\d)/.test(text);

const longest = 2000;

/** An http(s) address fit to publish, as given unless it holds a key; or null. Lengths first: a stranger's line may have megabytes. */
export function publicLink(given: string): string | null {
  if (given.length > longest) return null;
  const link = given.replace(/[).,;]+$/, "");
  const url = parse(link);
  if (!url) return null;
  const held = meetingHosts.test(url.hostname) ? keys.filter((key) => url.searchParams.has(key)) : [];
  if (held.length === 0 && !url.username && !url.password) return link;
  url.username = "";
  url.password = "";
  for (const key of held) url.searchParams.delete(key);
  return url.href;
}

/** What a link, a pass-code, a dial-in string or a stray mark at either end needs; most places have none of it. */
const oddPlace = /[:=#\n\t]|,{1,4} ?\d|\s\s|^[\s,;|–-]|[\s,;|–-]$/;

/** Where people go in person: no way in, no pass-code; null if nothing is left. */
export function publicLocation(location: string): string | null {
  if (!oddPlace.test(location)) return location || null;
  if (/^https?:\/\/\S+$/i.test(location)) return null;
  const text = location
    .replace(links, (link) => (isMeeting(link) ? " " : link))
    .replace(secret, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;|–-]+/, "")
    .replace(/[\s,;|–-]+$/, "");
  return text || null;
}

/** Pass-codes, telephone PINs and dial-in strings are for those invited: their lines are left out. */
export function publicDescription(description: string): string | null {
  const kept =
    mayHoldSecret(description) && secretLine.test(description)
      ? description
          .split("\n")
          .filter((line) => !secretLine.test(line))
          .join("\n")
      : description;
  const text = kept.includes("://")
    ? kept.replace(links, (link) => (isMeeting(link) ? (publicLink(link) ?? "") : link))
    : kept;
  return text.trim() || null;
}

/** A word of each of the hosts: most links name none, and need not be taken apart. */
const wordsOfHosts = /zoom|microsoft|live|google|webex|meet|whereby|skype|bigbluebutton/i;

function isMeeting(link: string): boolean {
  if (!wordsOfHosts.test(link)) return false;
  const url = parse(link);
  return url !== null && meetingHosts.test(url.hostname);
}

function parse(link: string): URL | null {
  try {
    const url = new URL(link);
    return url.protocol === "https:" || url.protocol === "http:" ? url : null;
  } catch {
    return null;
  }
}
