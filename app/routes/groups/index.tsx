import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type DirectoryGroup, findGroupDirectory } from "#app/domain/groups/find-directory.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Card, CardFacts, CardList } from "#app/ui/kit/show/card.tsx";
import { type GroupKind, groupKinds, wordsOf } from "#db/vocabulary.ts";

export const loader = visitor(async (ctx) => ({ groups: await findGroupDirectory(ctx) }));

export const meta: MetaFunction = () => [{ title: titleFor("Groups") }];

export default function Groups() {
  const { groups } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="Groups"
        lead={
          <p>
            Place networks and forums are where charities and community groups speak together. What they raise
            feeds into the boards and partnerships that plan health and care.
          </p>
        }
      />
      {wordsOf(groupKinds).map((kind) => (
        <GroupsOfKind kind={kind} groups={groups.filter((group) => group.kind === kind)} key={kind} />
      ))}
    </>
  );
}

/** What each kind is called together. */
const plurals: Record<GroupKind, string> = {
  assembly: "VCSE Assembly",
  "steering-group": "Steering groups",
  "place-network": "Place networks",
  forum: "Thematic forums",
  "place-board": "Place Boards",
  partnership: "Health and wellbeing partnerships",
  "health-and-wellbeing-board": "Health and wellbeing board",
  "integrated-care-partnership": "Integrated care partnership",
  workstream: "Workstreams",
  "working-group": "Working groups",
};

function GroupsOfKind({ kind, groups }: { kind: GroupKind; groups: readonly DirectoryGroup[] }) {
  if (groups.length === 0) return null;
  return (
    <Section title={plurals[kind]} id={kind}>
      <CardList columns>
        {groups.map(({ slug, name, summary, feedsInto }) => (
          <Card title={name} href={paths.group(slug)} key={slug}>
            {summary && <p>{summary}</p>}
            <CardFacts
              facts={[feedsInto.length > 0 && `Feeds into ${feedsInto.map((to) => to.name).join(", ")}`]}
            />
          </Card>
        ))}
      </CardList>
    </Section>
  );
}
