import { type DeadlineRules, deadlinesOf } from "#app/domain/groups/deadlines.ts";
import { type Holidays, isWorkingDay, workingDaysBefore } from "#app/domain/groups/working-days.ts";
import { isWholeDays } from "#app/domain/meetings/whole-days.ts";

/** A meeting to come that is to be held, as the checks look at it. */
export interface PlannedMeeting {
  id: string;
  title: string;
  heldOn: string;
  startsAt: Date | null;
  endsAt: Date | null;
  groupIds: readonly string[];
}

/** Another group, and what ties it to the one that is looked at. */
export interface Related {
  id: string;
  name: string;
  isFed: boolean;
  feeds: boolean;
  /** How many organisations and people belong to both. */
  shared: number;
}

export interface MeetingName {
  id: string;
  title: string;
  heldOn: string;
}

/** Something about a meeting that those who run its group will want to know before its members do. */
export type Clash =
  | {
      kind: "too late";
      meeting: MeetingName;
      board: MeetingName & { name: string; papersOn: string };
      inTimeBy: string;
    }
  | { kind: "on top"; meeting: MeetingName; other: MeetingName & { name: string }; tie: Tie }
  | { kind: "day off"; meeting: MeetingName; isBankHoliday: boolean };

type Tie = { why: "same group" } | { why: "feeds" } | { why: "shared"; shared: number };

/** A network's business needs so long to be written up before a board's papers are due (governance rules, 55). */
const WRITING_UP = 5;
/** A meeting of which no end is given is taken to last so long. */
const USUAL_LENGTH_MS = 2 * 60 * 60 * 1000;

/**
 * Where a network has no meeting that is in time for a board's next agenda, but one that comes too late for it: what is
 * raised there could not get onto it. A network that has met in time since the board's last deadline is not warned.
 * @param today The first day that is looked at.
 */
export function lateMeetings(
  own: readonly PlannedMeeting[],
  boards: readonly { name: string; rules: DeadlineRules; meetings: readonly PlannedMeeting[] }[],
  holidays: Holidays,
  today: string,
): Clash[] {
  return boards.flatMap(({ name, rules, meetings }) => {
    const inOrder = meetings.toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1));
    let since = "";
    return inOrder.flatMap((board) => {
      const { papersOn } = deadlinesOf(board.heldOn, rules, holidays);
      const inTimeBy = workingDaysBefore(papersOn, WRITING_UP, holidays);
      const isCovered = own.some(({ heldOn }) => heldOn > since && heldOn <= inTimeBy);
      const late = own.filter(({ heldOn }) => heldOn > inTimeBy && heldOn < board.heldOn && heldOn > since);
      since = inTimeBy;
      if (isCovered || inTimeBy < today) return [];
      return late.slice(0, 1).map((meeting) => ({
        ...{ kind: "too late" as const, meeting: nameOf(meeting), inTimeBy },
        board: { ...nameOf(board), name, papersOn },
      }));
    });
  });
}

/** Meetings at the same time of one group, of a body that it feeds or is fed by, or of one that shares its people. */
export function overlaps(
  own: readonly PlannedMeeting[],
  others: readonly PlannedMeeting[],
  { groupId, name, related }: { groupId: string; name: string; related: readonly Related[] },
): Clash[] {
  const byId = new Map(related.map((group) => [group.id, group]));
  return own.flatMap((meeting, at) =>
    [...own.slice(at + 1), ...others].flatMap((other): Clash[] => {
      if (other.id === meeting.id || !areAtOnce(meeting, other)) return [];
      const [tie, of] = other.groupIds.includes(groupId)
        ? [{ why: "same group" } as const, name]
        : tieOf(other.groupIds.flatMap((id) => byId.get(id) ?? []));
      return tie
        ? [{ kind: "on top", meeting: nameOf(meeting), other: { ...nameOf(other), name: of }, tie }]
        : [];
    }),
  );
}

/** The closest tie of the groups that meet. */
function tieOf(groups: readonly Related[]): [Tie | null, string] {
  const near = groups.find(({ isFed, feeds }) => isFed || feeds);
  if (near) return [{ why: "feeds" }, near.name];
  const [most] = groups.toSorted((a, b) => b.shared - a.shared);
  return most && most.shared > 0 ? [{ why: "shared", shared: most.shared }, most.name] : [null, ""];
}

function areAtOnce(one: PlannedMeeting, other: PlannedMeeting): boolean {
  const [a, b] = [hoursOf(one), hoursOf(other)];
  return a !== null && b !== null && a.from < b.to && b.from < a.to;
}

function hoursOf({ startsAt, endsAt }: PlannedMeeting): { from: number; to: number } | null {
  // An all-day entry says nothing of hours
  if (!startsAt || isWholeDays(startsAt, endsAt)) return null;
  const from = startsAt.getTime();
  const to = endsAt ? endsAt.getTime() : from + USUAL_LENGTH_MS;
  return { from, to: Math.max(to, from + 1) };
}

/** Meetings on a Saturday, a Sunday or a bank holiday. */
export function onDaysOff(own: readonly PlannedMeeting[], holidays: Holidays): Clash[] {
  return own
    .filter(({ heldOn }) => !isWorkingDay(heldOn, holidays))
    .map((meeting) => ({
      kind: "day off",
      meeting: nameOf(meeting),
      isBankHoliday: holidays.has(meeting.heldOn),
    }));
}

const nameOf = ({ id, title, heldOn }: PlannedMeeting): MeetingName => ({ id, title, heldOn });
