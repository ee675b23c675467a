import { Tag, type TagColour } from "#app/ui/kit/show/tag.tsx";
import { type RecordState, recordStates } from "#db/vocabulary.ts";

const colours: Record<RecordState, TagColour> = {
  draft: "grey",
  waiting: "blue",
  live: "green",
  "temporarily-closed": "yellow",
  archived: "red",
};

export function StateTag({ state }: { state: RecordState }) {
  return <Tag colour={colours[state]}>{recordStates[state]}</Tag>;
}
