import type { AgendaItem } from "#app/domain/meetings/agenda/find-agenda.server.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import { Tag } from "#app/ui/kit/show/tag.tsx";
import { exemptCategories, purposes } from "#db/vocabulary.ts";

/** An agenda in its order: number, title, whom it is for, who leads it, on which page, and where it came from. */
export function AgendaList({ items }: { items: readonly AgendaItem[] }) {
  return (
    <ol className="agenda">
      {items.map((item) => (
        <li className="agenda__item" key={item.id} id={`item-${item.number}`}>
          <span className="agenda__number">{item.number}.</span>
          <span className="agenda__title">
            {item.title} {item.marks.length > 0 && <Tag colour="blue">{item.marks.join("/")}</Tag>}
          </span>
          {item.page !== null && <span className="agenda__page">Page {item.page}</span>}
          <AgendaFacts item={item} />
        </li>
      ))}
    </ol>
  );
}

function AgendaFacts({ item }: { item: AgendaItem }) {
  const facts = [item.lead, item.purpose && purposes[item.purpose]].filter(Boolean).join(" · ");
  if (!facts && !item.note && !item.raised && !item.exemptCategory) return null;
  return (
    <div className="agenda__facts">
      {facts && <div>{facts}</div>}
      {item.note && <div>{item.note}</div>}
      {item.exemptCategory && <div>Not in public: {exemptCategories[item.exemptCategory]}</div>}
      {item.raised && (
        <div>
          <a className="govuk-link" href={paths.raisedItem(item.raised.id)}>
            Raised by {item.raised.group}
          </a>
          {item.raised.at && (
            <>
              {" "}
              at its meeting on{" "}
              <a className="govuk-link" href={paths.meeting(item.raised.at.meetingId)}>
                {formatDay(item.raised.at.heldOn)}
              </a>
            </>
          )}
        </div>
      )}
    </div>
  );
}
