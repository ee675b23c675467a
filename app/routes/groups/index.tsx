import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type DirectoryGroup, findGroupDirectory } from "#app/domain/groups/find-directory.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Card, CardFacts, CardList } from "#app/ui/kit/show/card.tsx";
import { type GroupKind, groupKinds } from "#db/vocabulary.ts";

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
      {FAMILIES.map((family) => (
        <Family
          {...family}
          groups={groups.filter(({ kind }) => family.kinds.includes(kind))}
          key={family.title}
        />
      ))}
    </>
  );
}

interface FamilyProps {
  title: string;
  words: string;
  kinds: readonly GroupKind[];
}

/** In the order in which a concern travels: from those who know it to those who decide. Every kind has one family. */
const FAMILIES: readonly FamilyProps[] = [
  {
    title: "Where the sector speaks together",
    words: "One network for each place, and forums for what reaches across them.",
    kinds: ["place-network", "forum"],
  },
  {
    title: "The VCSE Assembly",
    words: "What networks and forums share, brought to the whole system.",
    kinds: ["assembly", "steering-group"],
  },
  {
    title: "Boards and partnerships close to home",
    words: "Where the NHS, the councils and the sector plan together for a place or a district.",
    kinds: ["place-board", "partnership", "workstream", "working-group"],
  },
  {
    title: "For all of Norfolk and Waveney",
    words: "Where strategy is agreed.",
    kinds: ["health-and-wellbeing-board", "integrated-care-partnership"],
  },
];

function Family({ title, words, groups }: FamilyProps & { groups: readonly DirectoryGroup[] }) {
  if (groups.length === 0) return null;
  return (
    <Section title={title}>
      <p className="govuk-body">{words}</p>
      <CardList columns>
        {groups.map(({ slug, name, kind, summary, feedsInto }) => (
          <Card title={name} href={paths.group(slug)} caption={groupKinds[kind]} key={slug}>
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
