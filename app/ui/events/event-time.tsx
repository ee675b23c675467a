import { EndNotGiven, TimeSpan } from "#app/ui/kit/dates/time.tsx";
import { type Happening, lastDayOf } from "./when.ts";

/** From when to when: days alone for what lasts all day. On its own page, `inFull`, also that it names no end. */
export function EventTime({ happening, inFull = false }: { happening: Happening; inFull?: boolean }) {
  const { start, end, allDay } = happening;
  return (
    <>
      <TimeSpan start={start} end={allDay ? lastDayOf(happening) : end} allDay={allDay} />
      {inFull && !allDay && end === null && <EndNotGiven />}
    </>
  );
}
