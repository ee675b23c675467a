import { groupOf } from "../groups/group-id.server.ts";
import { rulesByKind } from "../groups/rules.ts";
import { idOf } from "../identity.server.ts";
import { addDays, firstOfMonth, londonDay, londonInstant, nthWeekday } from "../london-time.ts";
import { bankHolidays } from "../places/bank-holidays.ts";
import { type Rhythm, rhythms } from "./rhythms.ts";

export interface TimetabledMeeting {
  id: string;
  group: string;
  rhythm: Rhythm;
  day: string;
  /** Nought is the next one, -1 the last one held. */
  place: number;
  startsAt: Date | null;
  endsAt: Date | null;
  /** Set once it is over. */
  endedAt: Date | null;
  onRiseOfId: string | null;
  /** Held, or so near that its agenda must be out. */
  isPublished: boolean;
}

/** Months each way around now. */
const BACK = -6;
const AHEAD = 7;

/** A year of meetings, group by group, each in order of time. */
export function timetable(now: Date): TimetabledMeeting[] {
  const today = londonDay(now);
  const found = new Map<string, TimetabledMeeting>();
  for (const rhythm of rhythms) {
    const days = daysOf(rhythm, today);
    const held = days.filter((day) => londonInstant(day, "20:00") < now).length;
    days.forEach((day, index) => {
      const place = index - held;
      const before = found.get(`${rhythm.onRiseOf}:${day}`);
      const isPublished = place < 0 || papersDay(day, rhythm.group) < today;
      found.set(`${rhythm.group}:${day}`, { ...meetingOn(day, place, rhythm, before), isPublished });
    });
  }
  return [...found.values()];
}

function meetingOn(
  day: string,
  place: number,
  rhythm: Rhythm,
  before: TimetabledMeeting | undefined,
): Omit<TimetabledMeeting, "isPublished"> {
  const { group, at, minutes } = rhythm;
  const isOver = place < 0;
  const startsAt = before ? before.endedAt : londonInstant(day, at);
  const endsAt = startsAt && after(startsAt, minutes);
  return {
    id: idOf(`meeting:${groupOf(group).slug}:${day}`),
    group,
    rhythm,
    day,
    place,
    startsAt,
    endsAt,
    endedAt: isOver && endsAt ? after(endsAt, ((Math.abs(place) * 7) % 25) - 16) : null,
    onRiseOfId: before?.id ?? null,
  };
}

const after = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * 60_000);

function daysOf({ nth, weekday, months }: Rhythm, today: string): string[] {
  return Array.from({ length: AHEAD - BACK + 1 }, (_, index) => firstOfMonth(today, BACK + index))
    .filter((month) => months.includes(Number(month.slice(5, 7))))
    .map((month) => workable(nthWeekday(month, nth, weekday)));
}

/** Nobody meets on a bank holiday or between 23 December and 2 January: a week earlier instead. */
function workable(day: string): string {
  const inChristmas = day.slice(5) >= "12-23" || day.slice(5) <= "01-02";
  return inChristmas || bankHolidays[day] ? workable(addDays(day, -7)) : day;
}

/** The day by which the papers of a group's meeting are out. */
export function papersDay(day: string, group: string): string {
  return workingDaysBefore(day, rulesByKind[groupOf(group).kind].papersWorkingDays);
}

/** The day that is so many working days before, the meeting's own day not counted. */
export function workingDaysBefore(day: string, count: number): string {
  const previous = addDays(day, -1);
  const weekday = new Date(`${previous}T00:00:00Z`).getUTCDay();
  const isWorking = weekday !== 0 && weekday !== 6 && !bankHolidays[previous];
  if (isWorking && count === 1) return previous;
  return workingDaysBefore(previous, isWorking ? count - 1 : count);
}
