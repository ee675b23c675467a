import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findMerge } from "#app/domain/organisations/merge/find-merges.server.ts";
import { countOf, movableNames } from "#app/domain/organisations/merge/moved.ts";
import { undoMerge } from "#app/domain/organisations/merge/undo-merge.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/ui/kit/dates/date-time.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done } from "#app/ui/kit/show/notice.tsx";

export const loader = signedIn(async (ctx, { params }) => {
  const { id, from, into, mergedAt, undoneAt, by, moved } = await findMerge(ctx, params.id ?? "");
  const moves = movableNames.flatMap((what) => {
    const count = moved.rows[what]?.length ?? 0;
    return count > 0 ? [countOf(what, count)] : [];
  });
  return { id, from, into, mergedAt, undoneAt, by, moves, lost: moved.lost ?? [] };
});

export const action = signedIn(async (ctx, { params }) => {
  const { merge } = await undoMerge(ctx, params.id ?? "");
  return redirect(paths.undoMerge(merge.id));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data?.undoneAt ? "The merge is undone" : "Two records are one") },
];

export default function UndoMerge() {
  const { from, into, mergedAt, by, undoneAt, moves } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading
        title={undoneAt ? "The merge is undone" : "Two records are one"}
        caption={`${from.name} and ${into.name}`}
        breadcrumbs={[
          { label: "All organisations", href: paths.teamOrganisations() },
          { label: into.name, href: paths.organisation(into.slug) },
        ]}
      />
      {undoneAt ? <Undone /> : <Done>{`${from.name} is part of ${into.name} now`}</Done>}
      <p className="govuk-body">
        {from.name} went into {into.name} on {formatDate(mergedAt.slice(0, 10))}
        {by ? `, by ${by}` : ""}. {moves.length > 0 ? "Moved:" : "It had nothing else to move."}
      </p>
      {moves.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {moves.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <p className="govuk-body">
        Both histories stay: <a href={paths.organisationHistory(into.slug)}>history of {into.name}</a>,{" "}
        <a href={paths.organisationHistory(from.slug)}>history of {from.name}</a>.
      </p>
      {!undoneAt && (
        <form method="post">
          <p className="govuk-body">
            Undoing puts everything back that nobody has moved or removed since, and says what it could not.
          </p>
          <Button manner="warning">Undo this merge</Button>
        </form>
      )}
    </Measure>
  );
}

function Undone() {
  const { from, lost } = useLoaderData<typeof loader>();
  return (
    <>
      <Done>{`${from.name} is a record of its own again`}</Done>
      {lost.length > 0 && (
        <p className="govuk-body">Changed since the merge, and left where it is: {lost.join(", ")}.</p>
      )}
    </>
  );
}
