import { TimeSpan } from "#app/ui/kit/dates/time.tsx";
import { type Happening, lastDayOf } from "./when.ts";

/** From when to when, in full: days alone for what lasts all day. */
export function EventTime({ happening }: { happening: Happening }) {
  const { start, end, allDay } = happening;
  return <TimeSpan start={start} end={allDay ? lastDayOf(happening) : end} allDay={allDay} />;
}
