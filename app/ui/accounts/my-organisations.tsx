import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/kit/frame/page.tsx";
import { Card, CardFacts, CardList } from "#app/ui/kit/show/card.tsx";
import { Tag } from "#app/ui/kit/show/tag.tsx";
import { type RecordState, recordStates } from "#db/vocabulary.ts";

interface MyOrganisation {
  slug: string;
  name: string;
  state: RecordState;
  isOwner: boolean;
}

/** Organisations whose record one keeps: their editing pages, and for owners their people. */
export function MyOrganisations({ organisations }: { organisations: readonly MyOrganisation[] }) {
  return (
    <Section title="Your organisations">
      <CardList>
        {organisations.map(({ slug, name, state, isOwner }) => (
          <Card title={name} key={slug}>
            <CardFacts
              facts={[
                state !== "live" && <Tag colour="yellow">{recordStates[state]}</Tag>,
                <a className="govuk-link" href={paths.editOrganisation(slug)} key="edit">
                  Edit<span className="govuk-visually-hidden"> {name}</span>
                </a>,
                <a className="govuk-link" href={paths.organisation(slug)} key="show">
                  See its page<span className="govuk-visually-hidden">: {name}</span>
                </a>,
                isOwner && (
                  <a className="govuk-link" href={paths.organisationPeople(slug)} key="people">
                    People<span className="govuk-visually-hidden"> of {name}</span>
                  </a>
                ),
              ]}
            />
          </Card>
        ))}
      </CardList>
    </Section>
  );
}
