import { groupOf } from "../groups/group-id.server.ts";
import { idOf } from "../identity.server.ts";
import { type Business, businessOf, inPrivate } from "./business.ts";
import type { TimetabledMeeting } from "./timetable.server.ts";

/** An entry of a forward plan, with the meeting that dealt with it or is due to. */
export interface Planned {
  id: string;
  meeting: TimetabledMeeting;
  business: Business;
}

const PER_MEETING = 2;

/** How many meetings ahead a forward plan looks. */
const HORIZON = 3;

/** Two matters a meeting, taken in turn from what the body deals with. */
export function plannedBusiness(all: readonly TimetabledMeeting[]): Planned[] {
  const planned = all
    .filter(({ place }) => place < HORIZON)
    .flatMap((meeting) => businessAt(meeting).map((business) => entry(meeting, business)));
  const secret = all
    .filter(({ group, place }) => groupOf(group).kind === "place-board" && place === 1)
    .map((meeting) => entry(meeting, inPrivate));
  return [...planned, ...secret];
}

/** The matters of one meeting; another group of the same kind begins elsewhere in the list. */
function businessAt({ group, place }: TimetabledMeeting): Business[] {
  const { kind, slug } = groupOf(group);
  const pool = businessOf[kind];
  const start = (place + 12) * PER_MEETING + slug.length;
  return Array.from(
    { length: Math.min(PER_MEETING, pool.length) },
    (_, index) => pool[(start + index) % pool.length],
  ).filter((business) => business !== undefined);
}

function entry(meeting: TimetabledMeeting, business: Business): Planned {
  return {
    id: idOf(`forward-plan:${meeting.group}:${meeting.day}:${business.title}`),
    meeting,
    business,
  };
}
