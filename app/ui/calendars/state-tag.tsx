import { type CalendarState, states } from "#app/domain/calendars/keeping/state.ts";
import { Tag, type TagColour } from "#app/ui/kit/show/tag.tsx";

const colours: Record<CalendarState, TagColour> = {
  new: "blue",
  working: "green",
  held: "yellow",
  failing: "red",
  paused: "grey",
  disconnected: "grey",
};

/** How a calendar stands, in words. */
export function CalendarTag({ state }: { state: CalendarState }) {
  return <Tag colour={colours[state]}>{states[state]}</Tag>;
}
