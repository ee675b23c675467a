import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { EventFields } from "#app/domain/calendars/typed/event-fields.ts";
import { findChoicesForEvent } from "#app/domain/calendars/typed/find-choices.server.ts";
import { findKeptEvent } from "#app/domain/calendars/typed/find-typed-events.server.ts";
import { findHistory } from "#app/domain/history.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { deedsInWords } from "#app/ui/events/deeds.ts";
import { differencesBetween } from "#app/ui/events/versions.ts";
import { HistoryList } from "#app/ui/history/history-list.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { event, date, organisation } = await findKeptEvent(ctx, params.id ?? "");
  const [changes, { choices }] = await Promise.all([
    findHistory(ctx, "event", event.id),
    findChoicesForEvent(ctx, organisation.slug),
  ]);
  return { id: date.id, title: event.summary, isPublic: event.isPublic, organisation, changes, choices };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data && `History of ${data.title}`) },
];

type Kept = { details?: Partial<EventFields> } | null;

export default function HistoryOfEvent() {
  const { id, title, isPublic, organisation, changes, choices } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading
        title="History"
        caption={title}
        breadcrumbs={[{ label: "Your events", href: paths.keptEvents(organisation.slug) }]}
        lead="Who changed what, and when. Earlier words can be put back."
      />
      <HistoryList
        entries={changes.map((change) => {
          const [was, is] = [(change.before as Kept)?.details, (change.after as Kept)?.details];
          return {
            id: change.id,
            at: change.at,
            what: deedsInWords[change.deed] ?? change.deed,
            who: change.who,
            rows: was && is ? differencesBetween(was, is, choices) : [],
            href: was && isPublic ? paths.eventVersion(id, change.id) : null,
          };
        })}
      />
    </Measure>
  );
}
