import { Tag, type TagColour } from "#app/ui/kit/show/tag.tsx";
import { type RecordState, recordStates } from "#db/vocabulary.ts";

const colours: Record<RecordState, TagColour> = {
  draft: "blue",
  waiting: "yellow",
  live: "green",
  "temporarily-closed": "yellow",
  archived: "grey",
};

/** The state of an opportunity as its keepers know it; a closing date closes what is live. */
export function StateTag({ state, isClosed }: { state: RecordState; isClosed: boolean }) {
  if (isClosed && (state === "live" || state === "temporarily-closed")) return <Tag>Closed</Tag>;
  return <Tag colour={colours[state]}>{recordStates[state]}</Tag>;
}
