import { instantsOf, type OccurrenceValues } from "#app/domain/calendars/sync/occurrence-rows.ts";
import { londonDay } from "#app/domain/london-day.ts";
import type { MeetingState, OccurrenceState } from "#db/vocabulary.ts";

/** What a meeting takes from its happening in a calendar. */
export interface MeetingValues {
  title: string;
  status: MeetingState;
  heldOn: string;
  startsAt: Date;
  endsAt: Date | null;
  timeZone: string;
  location: string;
  onlineUrl: string | null;
}

type Happening = Omit<OccurrenceValues, "recurrenceId" | "status"> & { status: OccurrenceState };

export const meetingStates: Record<OccurrenceState, MeetingState> = {
  confirmed: "planned",
  tentative: "tentative",
  cancelled: "cancelled",
  withdrawn: "withdrawn",
};

export function meetingValues(happening: Happening): MeetingValues {
  const { summary, timeZone, location, onlineUrl, status } = happening;
  const { startsAt, endsAt } = instantsOf(happening);
  const heldOn = londonDay(startsAt);
  return {
    title: summary,
    status: meetingStates[status],
    heldOn,
    startsAt,
    endsAt,
    timeZone,
    location,
    onlineUrl,
  };
}

/** Words that say a meeting took place: a calendar cannot change that any more. */
const over: readonly MeetingState[] = ["held", "inquorate"];

/**
 * What of a meeting is to follow its happening: the fields that the calendar changed, as they are and are to
 * be. Null where nothing is. Comparing the calendar with itself leaves alone what people changed here.
 */
export function changedFields(
  meeting: MeetingValues | { status: MeetingState },
  before: Happening,
  after: Happening,
): { before: Partial<MeetingValues>; after: Partial<MeetingValues> } | null {
  if (over.includes(meeting.status)) return null;
  const [old, now] = [meetingValues(before), meetingValues(after)];
  const names = (Object.keys(now) as (keyof MeetingValues)[]).filter(
    (name) => String(old[name]) !== String(now[name]),
  );
  if (names.length === 0) return null;
  const pick = (values: object) =>
    Object.fromEntries(names.map((name) => [name, (values as Partial<MeetingValues>)[name] ?? null]));
  return { before: pick(meeting), after: pick(now) };
}
