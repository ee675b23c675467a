import { Tag } from "#app/ui/kit/show/tag.tsx";
import { occurrenceStates } from "#db/vocabulary.ts";

/** Says what people must know before they set out; nothing for what goes ahead as planned. */
export function EventTag({ status }: { status: string }) {
  if (status === "cancelled") return <Tag colour="red">{occurrenceStates.cancelled}</Tag>;
  if (status === "withdrawn") return <Tag colour="red">{occurrenceStates.withdrawn}</Tag>;
  if (status === "tentative") return <Tag colour="yellow">{occurrenceStates.tentative}</Tag>;
  return null;
}
