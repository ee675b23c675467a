import type { EventFields } from "#app/domain/calendars/typed/event-fields.ts";
import { type Repeats, repeatWords } from "#app/domain/calendars/typed/repeats.ts";
import type { EventChoices } from "./event-form.tsx";

const names: Record<keyof EventFields, string> = {
  title: "Title",
  description: "What happens there",
  topic: "What it is about",
  startsOn: "Day",
  startsTime: "Starts at",
  endsTime: "Ends at",
  allDay: "All day",
  endsOn: "Last day",
  repeats: "Repeats",
  until: "Until",
  locationId: "Venue",
  where: "Where else",
  place: "Area",
  onlineUrl: "Link to join online",
  cost: "Cost",
};

type SomeFields = { [name in keyof EventFields]?: unknown };

/** What the other one saved beside what was typed here, where they differ, in the order of the form. */
export function bothVersionsOf(theirs: SomeFields, mine: SomeFields, choices: EventChoices) {
  return (Object.keys(names) as (keyof EventFields)[])
    .map((name) => ({
      label: names[name],
      theirs: inWords(name, theirs[name], choices),
      mine: inWords(name, mine[name], choices),
    }))
    .filter((row) => row.theirs !== row.mine);
}

/** What a change changed, in words, in the order of the form. */
export function differencesBetween(before: SomeFields, after: SomeFields, choices: EventChoices) {
  const rows = bothVersionsOf(before, after, choices);
  return rows.map(({ label, theirs, mine }) => ({ label, before: theirs, after: mine }));
}

function inWords(name: keyof EventFields, value: unknown, choices: EventChoices): string {
  if (name === "allDay") return value ? "Yes" : "No";
  const text = typeof value === "string" ? value.trim() : "";
  if (name === "repeats") return repeatWords[text as Repeats] ?? text;
  if (name === "locationId") return choices.venues.find(({ id }) => id === text)?.words ?? "";
  if (name === "place") return choices.places.find(({ slug }) => slug === text)?.name ?? text;
  if (name === "topic") return choices.topics.find(({ slug }) => slug === text)?.name ?? text;
  return text;
}
