import type { RaisedItem } from "#app/domain/meetings/items/find-items.server.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";

/** Where a raised item is now, in one sentence with the way there. */
export function ItemState({ item }: { item: RaisedItem }) {
  const { agenda, to } = item;
  if (agenda) {
    return (
      <>
        {item.status === "decided" ? "Dealt with as" : "On"}{" "}
        <a className="govuk-link" href={`${paths.agenda(agenda.meetingId)}#item-${agenda.number}`}>
          item {agenda.number} of the {agenda.state === "published" ? "agenda" : "draft agenda"}
        </a>{" "}
        of {to.name}, {formatDay(agenda.heldOn)}
      </>
    );
  }
  if (item.status === "withdrawn") return <>Withdrawn</>;
  if (item.status === "declined") return <>Declined by {to.name}</>;
  if (item.status === "decided") return <>Decided by {to.name}</>;
  return <>Waiting for the next meeting of {to.name} that still takes items</>;
}
