import type { RaisedItemState } from "#db/vocabulary.ts";
import { idOf } from "../identity.server.ts";
import { addDays } from "../london-time.ts";
import { type DemoRaisedItem, raisedItems } from "./raised.ts";
import type { TimetabledMeeting } from "./timetable.server.ts";

export interface Raised {
  id: string;
  item: DemoRaisedItem;
  /** The network's meeting that raised it. */
  origin: TimetabledMeeting;
  /** The meeting that took it; none while it waits. */
  taken: TimetabledMeeting | null;
  raisedAt: Date;
  status: RaisedItemState;
  outcomeAt: Date | null;
}

/** A network's item reaches a board at least this many days later. */
const IN_TIME_DAYS = 14;

const DAY = 86_400_000;

/** What networks and forums raised, laid on the meetings around now. */
export function raisedBusiness(all: readonly TimetabledMeeting[], now: Date): Raised[] {
  return raisedItems.flatMap((item) => {
    const taken = item.at === "waiting" ? null : takenAt(item, all);
    const origin = originOf(item, all, taken);
    if (!origin || (item.at !== "waiting" && !taken)) return [];
    const raisedAt = earlier(
      new Date((origin.startsAt ?? now).getTime() + 3 * 3_600_000),
      new Date(now.getTime() - DAY),
    );
    const isClosed = taken !== null && item.outcome !== undefined;
    return [
      {
        id: idOf(`raised-item:${item.key}`),
        item,
        origin,
        taken,
        raisedAt,
        status: statusOf(item, isClosed),
        outcomeAt: isClosed ? earlier(new Date((taken.endedAt ?? now).getTime() + 2 * DAY), now) : null,
      },
    ];
  });
}

function takenAt({ to, at }: DemoRaisedItem, all: readonly TimetabledMeeting[]): TimetabledMeeting | null {
  const wanted = at === "last" ? -1 : -2;
  return all.find(({ group, place }) => group === to && place === wanted) ?? null;
}

/** The network's latest meeting in time for the one that took it; for what waits, its last one held. */
function originOf(
  { from }: DemoRaisedItem,
  all: readonly TimetabledMeeting[],
  taken: TimetabledMeeting | null,
) {
  const own = all.filter(({ group }) => group === from);
  if (!taken) return own.find(({ place }) => place === -1);
  return own.findLast(({ day }) => day <= addDays(taken.day, -IN_TIME_DAYS));
}

function statusOf({ declined, at }: DemoRaisedItem, isClosed: boolean): RaisedItemState {
  if (isClosed) return declined ? "declined" : "decided";
  return at === "waiting" ? "raised" : "placed";
}

const earlier = (a: Date, b: Date) => (a < b ? a : b);
