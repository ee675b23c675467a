import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayRunRoles } from "#app/domain/accounts/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Card, CardList } from "#app/ui/kit/show/card.tsx";

/** What the Assembly team does, in the order of how often. */
const deeds = [
  {
    title: "Cases",
    href: paths.cases(),
    words: "Registrations, claims, changes and reports that wait for an answer.",
  },
  {
    title: "Organisations",
    href: paths.teamOrganisations(),
    words: "All of them, drafts and archived ones too; import and export.",
  },
  {
    title: "People and roles",
    href: paths.people(),
    words: "Who may do what; grant a role, end one, invite somebody.",
  },
  {
    title: "Upkeep",
    href: paths.upkeep(),
    words: "What is due to be confirmed, and the periods of the reminders.",
  },
];

export const loader = signedIn(async ({ actor }) => {
  if (!mayRunRoles(actor)) throw new NotFound("that page");
  return { deeds };
});

export const meta: MetaFunction = () => [{ title: titleFor("The Assembly team") }];

export default function Team() {
  const loaded = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading title="The Assembly team" lead={<p>Keeping it true.</p>} />
      <CardList>
        {loaded.deeds.map(({ title, href, words }) => (
          <Card title={title} href={href} level={2} key={href}>
            <p className="govuk-body">{words}</p>
          </Card>
        ))}
      </CardList>
    </Measure>
  );
}
