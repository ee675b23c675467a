import * as v from "valibot";
import { isId } from "#app/domain/ids.ts";
import {
  Day,
  NeededWords,
  OptionalClock,
  OptionalDay,
  OptionalWebAddress,
  OptionalWords,
  Ticked,
} from "#app/domain/shapes.ts";
import { wordsOf } from "#db/vocabulary.ts";
import { ELSEWHERE, type EventFields, isNight } from "./event-fields.ts";
import { nthOf, repeatWords } from "./repeats.ts";

const OptionalSlug = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.transform((text) => text || null),
  ),
  "",
);

/** In the order of the form, in which its errors are listed. */
const entries = v.object({
  title: NeededWords("Enter a title", "The title", 150),
  description: OptionalWords("What happens there", 4000),
  topic: OptionalSlug,
  startsOn: v.optional(Day("Enter the day, such as 2026-04-17"), ""),
  startsTime: OptionalClock("The start must be a time of day, such as 10:00 or 2.30pm"),
  endsTime: OptionalClock("The end must be a time of day, such as 12:00 or 4pm"),
  allDay: Ticked,
  endsOn: OptionalDay("The last day must be a real date, such as 2026-04-17"),
  repeats: v.optional(v.picklist(wordsOf(repeatWords), "Choose how often it takes place"), "none"),
  until: OptionalDay("The last date must be a real one, such as 2026-07-17"),
  locationId: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => (text === "" || text === ELSEWHERE ? null : text)),
      v.check((id) => id === null || isId(id), "Choose one of your venues, or somewhere else"),
    ),
    "",
  ),
  where: OptionalWords("Where it is", 200),
  place: OptionalSlug,
  onlineUrl: OptionalWebAddress("Enter a web address, such as www.example.org/join"),
  cost: OptionalWords("The cost", 100),
});

/** What the form of an event holds, as the domain keeps it. */
export const EventForm = v.pipe(
  entries,
  v.forward(
    v.partialCheck(
      [["allDay"], ["startsTime"]],
      ({ allDay, startsTime }) => allDay || startsTime !== null,
      "Enter when it starts, or tick that it lasts all day",
    ),
    ["startsTime"],
  ),
  v.forward(
    v.partialCheck(
      [["allDay"], ["startsTime"], ["endsTime"]],
      ({ allDay, startsTime, endsTime }) =>
        allDay || !startsTime || !endsTime || endsTime > startsTime || isNight(startsTime, endsTime),
      "The end is before the start. Write 2pm or 14:00 for two in the afternoon",
    ),
    ["endsTime"],
  ),
  v.forward(
    v.partialCheck(
      [["allDay"], ["startsOn"], ["endsOn"]],
      ({ allDay, startsOn, endsOn }) => !allDay || !endsOn || endsOn >= startsOn,
      "The last day must not be before the first",
    ),
    ["endsOn"],
  ),
  v.forward(
    v.partialCheck(
      [["repeats"], ["startsOn"], ["until"]],
      ({ repeats, startsOn, until }) => repeats === "none" || !until || until >= startsOn,
      "The last date must not be before the first",
    ),
    ["until"],
  ),
  v.forward(
    v.partialCheck(
      [["repeats"], ["startsOn"]],
      ({ repeats, startsOn }) => repeats !== "monthly" || nthOf(startsOn) < 5,
      "Not every month has a fifth week. Choose “Every month, in its last week”",
    ),
    ["repeats"],
  ),
  v.forward(
    v.partialCheck(
      [["repeats"], ["startsOn"]],
      ({ repeats, startsOn }) => repeats !== "monthly-last" || isInLastWeek(startsOn),
      "The first date is not in the last week of its month",
    ),
    ["repeats"],
  ),
  v.forward(
    v.partialCheck(
      [["locationId"], ["where"], ["onlineUrl"]],
      ({ locationId, where, onlineUrl }) => Boolean(locationId || where || onlineUrl),
      "Say where it is, or give a link to join online",
    ),
    ["where"],
  ),
  v.transform(
    (fields): EventFields => ({
      ...fields,
      where: fields.locationId ? "" : fields.where,
      endsOn: fields.allDay && fields.endsOn !== fields.startsOn ? fields.endsOn : null,
      startsTime: fields.allDay ? null : fields.startsTime,
      endsTime: fields.allDay ? null : fields.endsTime,
      until: fields.repeats === "none" ? null : fields.until,
    }),
  ),
);

function isInLastWeek(day: string): boolean {
  const weekLater = new Date(Date.parse(`${day}T00:00:00Z`) + 7 * 86_400_000).toISOString();
  return weekLater.slice(0, 7) !== day.slice(0, 7);
}
