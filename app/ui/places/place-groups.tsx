import { paths } from "#app/paths.ts";
import { Card, CardList } from "#app/ui/kit/show/card.tsx";
import { type GroupKind, groupKinds } from "#db/vocabulary.ts";

interface PlaceGroupsProps {
  groups: readonly { slug: string; name: string; kind: GroupKind; summary: string }[];
}

const MAIN: readonly GroupKind[] = ["place-network", "place-board", "partnership"];

/** The network, the board and the partnerships of a place; then what works beside them. */
export function PlaceGroups({ groups }: PlaceGroupsProps) {
  const others = groups.filter(({ kind }) => !MAIN.includes(kind));
  if (groups.length === 0) return <p className="govuk-body">No group is listed for this place yet.</p>;
  return (
    <>
      <CardList>
        {groups
          .filter(({ kind }) => MAIN.includes(kind))
          .map(({ slug, name, kind, summary }) => (
            <Card title={name} href={paths.group(slug)} caption={groupKinds[kind]} key={slug}>
              {summary && <p>{summary}</p>}
            </Card>
          ))}
      </CardList>
      {others.length > 0 && (
        <>
          <h3 className="govuk-heading-s">Working groups and workstreams here</h3>
          <ul className="govuk-list">
            {others.map(({ slug, name }) => (
              <li key={slug}>
                <a href={paths.group(slug)}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
