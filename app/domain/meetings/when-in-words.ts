import { londonDay, londonTime } from "#app/domain/london-day.ts";
import { isWholeDays } from "./whole-days.ts";

/** When a meeting is, by its instants or, while it hangs on another's rise, by its day alone. */
export interface MeetingTime {
  heldOn: string;
  startsAt: Date | null;
  endsAt: Date | null;
}

/** As letters say it, on a clock in London: "Thursday 11 June 2026, 9.30am to midday". */
export function whenInWords({ heldOn, startsAt, endsAt }: MeetingTime): string {
  const day = longDay.format(new Date(`${heldOn}T00:00:00Z`)).replace(",", "");
  if (!startsAt) return day;
  if (isWholeDays(startsAt, endsAt)) return `${day}, ${daysInWords(startsAt, endsAt)}`;
  const [from, until] = [clockWords(startsAt), endsAt ? clockWords(endsAt) : ""];
  return until && until !== from ? `${day}, ${from} to ${until}` : `${day}, ${from}`;
}

/** When it begins: "Thursday 11 June 2026, 9.30am"; of whole days, which begin at midnight, the day alone. */
export function startInWords({ heldOn, startsAt, endsAt }: MeetingTime): string {
  const isDay = startsAt !== null && londonTime(startsAt) === "00:00";
  const hasTime = !isDay || (endsAt !== null && !isWholeDays(startsAt, endsAt));
  return whenInWords({ heldOn, startsAt: hasTime ? startsAt : null, endsAt: null });
}

function daysInWords(start: Date, end: Date | null): string {
  const last = new Date((end ?? start).getTime() - 1);
  return last.getTime() - start.getTime() < 26 * 3_600_000
    ? "all day"
    : `until ${longDay.format(new Date(`${londonDay(last)}T00:00:00Z`)).replace(",", "")}`;
}

const longDay = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

function clockWords(at: Date): string {
  const [hour = 0, minute = 0] = londonTime(at).split(":").map(Number);
  if (minute === 0 && hour === 0) return "midnight";
  if (minute === 0 && hour === 12) return "midday";
  const minutes = minute === 0 ? "" : `.${String(minute).padStart(2, "0")}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}
