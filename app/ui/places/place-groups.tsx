import { paths } from "#app/paths.ts";
import { Card, CardList } from "#app/ui/kit/show/card.tsx";
import { type GroupKind, groupKinds } from "#db/vocabulary.ts";

interface PlaceGroupsProps {
  groups: readonly { slug: string; name: string; kind: GroupKind; summary: string }[];
}

/** The network, the board and the partnerships of a place. */
export function PlaceGroups({ groups }: PlaceGroupsProps) {
  if (groups.length === 0) return <p className="govuk-body">No group is listed for this place yet.</p>;
  return (
    <CardList>
      {groups.map(({ slug, name, kind, summary }) => (
        <Card title={name} href={paths.group(slug)} caption={groupKinds[kind]} key={slug}>
          {summary && <p>{summary}</p>}
        </Card>
      ))}
    </CardList>
  );
}
