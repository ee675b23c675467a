import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findHistory } from "#app/domain/history.server.ts";
import { findKeptOpportunity } from "#app/domain/opportunities/find-kept.server.ts";
import { findPlaces } from "#app/domain/places/find.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { HistoryList } from "#app/ui/history/history-list.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { deedsInWords } from "#app/ui/opportunities/deeds.ts";
import { differencesOf, type SomeFields } from "#app/ui/opportunities/versions.ts";
import { type RecordState, recordStates } from "#db/vocabulary.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { row, organisation } = await findKeptOpportunity(ctx, params.slug ?? "");
  const { slug, title, kind, state } = row;
  const [changes, places] = await Promise.all([findHistory(ctx, "opportunity", row.id), findPlaces(ctx)]);
  return { opportunity: { slug, title, kind, state }, organisation, changes, places };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data && `History of ${data.opportunity.title}`) },
];

export default function HistoryOfOpportunity() {
  const { opportunity, organisation, changes } = useLoaderData<typeof loader>();
  const rowsOf = useRows();
  return (
    <Measure>
      <PageHeading
        title="History"
        caption={opportunity.title}
        breadcrumbs={[{ label: "Your opportunities", href: paths.keptOpportunities(organisation.slug) }]}
        lead="Who changed what, and when. Earlier words can be put back."
      />
      <HistoryList
        entries={changes.map((change) => ({
          id: change.id,
          at: change.at,
          what: deedsInWords[change.deed] ?? change.deed,
          who: change.who,
          rows: rowsOf(change),
          href: canBeRestored(change, opportunity.state)
            ? paths.opportunityVersion(opportunity.slug, change.id)
            : null,
        }))}
      />
    </Measure>
  );
}

interface Kept {
  details?: SomeFields;
  state?: RecordState;
  stateNote?: string;
}

function canBeRestored({ before }: { before?: unknown }, state: RecordState): boolean {
  return state !== "archived" && Boolean((before as Kept | null)?.details);
}

/** What a change changed, in words: its fields, or its state. */
function useRows() {
  const { opportunity, places } = useLoaderData<typeof loader>();
  const placeNames = new Map(places.map(({ slug, name }) => [slug, name]));
  return ({ before, after }: { before?: unknown; after?: unknown }) => {
    const [was, is] = [(before ?? {}) as Kept, (after ?? {}) as Kept];
    if (was.details && is.details)
      return differencesOf(was.details, is.details, { kind: opportunity.kind, placeNames });
    if (!was.state || !is.state) return [];
    return [
      { label: "State", before: recordStates[was.state], after: recordStates[is.state] },
      { label: "Note", before: was.stateNote ?? "", after: is.stateNote ?? "" },
    ].filter((row) => row.before !== row.after);
  };
}
