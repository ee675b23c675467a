import { isoInstant, utc } from "#app/domain/calendars/time-zone.ts";
import { type Component, propertiesOf, textOf } from "../components.ts";
import { instantOfMoment, readMoment } from "../moment.ts";
import { onlineLink, publicDescription, publicLink, publicLocation } from "./online-link.ts";
import { oneLine, plainText } from "./plain-text.ts";

/** What is said of an event besides when it is. */
export interface Details {
  summary: string;
  description: string | null;
  location: string | null;
  onlineUrl: string | null;
  url: string | null;
  categories: string[];
  status: "confirmed" | "tentative" | "cancelled";
  sequence: number;
  lastModified: string | null;
}

export function readDetails(
  event: Component,
  { sequence, status }: Pick<Details, "sequence" | "status">,
): Details {
  const location = oneLine(textOf(event, "location"), 1000);
  const description = plainText(textOf(event, "description") || textOf(event, "x-alt-desc"));
  const url = textOf(event, "url");
  const modified = readMoment(textOf(event, "last-modified"), utc);
  return {
    summary: oneLine(textOf(event, "summary")) || "Untitled event",
    description: publicDescription(description),
    location: publicLocation(location),
    onlineUrl: onlineLink({ stated: statedLinks(event), location, description, url }),
    url: publicLink(url),
    categories: readCategories(event),
    status,
    sequence,
    lastModified: modified && isoInstant(instantOfMoment(modified)),
  };
}

const stating = new Set([
  "x-microsoft-skypeteamsmeetingurl",
  "x-microsoft-onlinemeetingexternallink",
  "x-microsoft-onlinemeetingconflink",
  "x-google-conference",
  "conference",
]);

/** Where calendar programs say outright how to join. */
function statedLinks(event: Component): string[] {
  if (!event.names.some((name) => stating.has(name))) return [];
  return [...stating].flatMap((name) => propertiesOf(event, name)).flatMap(({ values }) => values);
}

function readCategories(event: Component): string[] {
  const given = new Set<string>();
  for (const { values } of propertiesOf(event, "categories"))
    for (const category of values) given.add(oneLine(category, 100));
  given.delete("");
  return [...given].slice(0, 20);
}
