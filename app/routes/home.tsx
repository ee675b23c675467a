import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/button.tsx";
import { Card, CardFacts, CardList } from "#app/ui/kit/card.tsx";
import { TextField } from "#app/ui/kit/field.tsx";
import { Horizon } from "#app/ui/kit/horizon.tsx";
import { Section } from "#app/ui/kit/page.tsx";
import { DateBlock } from "#app/ui/kit/time.tsx";
import { titleFor } from "#app/ui/kit/title.ts";
import { PlaceMap } from "#app/ui/places/place-map.tsx";

interface Topic {
  slug: string;
  name: string;
}

interface ComingUp {
  href: string;
  title: string;
  start: string;
  facts: string[];
}

export const loader = visitor(async () => ({
  topics: [] as Topic[],
  places: [
    { slug: "north-norfolk", name: "North Norfolk", summary: "Cromer, Fakenham, Sheringham, North Walsham" },
    { slug: "south-norfolk", name: "South Norfolk", summary: "Diss, Wymondham, Dereham, Thetford" },
    { slug: "norwich", name: "Norwich", summary: "The city and its suburbs" },
    { slug: "west-norfolk", name: "West Norfolk", summary: "King’s Lynn, Hunstanton, Downham Market" },
    {
      slug: "great-yarmouth-and-waveney",
      name: "Great Yarmouth and Waveney",
      summary: "Great Yarmouth, Lowestoft, Beccles",
    },
  ],
  events: [] as ComingUp[],
  meetings: [] as ComingUp[],
}));

export const meta: MetaFunction = () => [
  { title: titleFor() },
  {
    name: "description",
    content:
      "Find support, activities and people to turn to in Norfolk and Waveney, and see how decisions are made.",
  },
];

export default function Home() {
  const { topics, places, events, meetings } = useLoaderData<typeof loader>();
  return (
    <>
      <Welcome topics={topics} />
      <Section title="Your part of Norfolk and Waveney">
        <PlaceMap places={places} />
      </Section>
      <div className="home-columns">
        <Teasers
          title="What’s on"
          items={events}
          all={{ label: "Everything that’s on", href: paths.whatsOn() }}
          none="Nothing is listed for the coming days."
        />
        <Teasers
          title="Next meetings"
          items={meetings}
          all={{ label: "All meetings and agendas", href: paths.meetings() }}
          none="No meeting is announced for the coming weeks."
        />
      </div>
      <ForPartners />
    </>
  );
}

function Welcome({ topics }: { topics: readonly Topic[] }) {
  return (
    <div className="full-bleed welcome">
      <div className="welcome__words">
        <h1 className="welcome__title">Help and good company, close to home</h1>
        <p className="welcome__lead">
          Hundreds of charities, clubs and neighbours in Norfolk and Waveney are there for you. Tell us what
          you need in your own words.
        </p>
      </div>
      <search>
        <form method="get" action={paths.search()} className="welcome__form">
          <TextField name="q" type="search" label="What do you need help with?" spellCheck />
          <TextField name="near" label="Postcode or town" optional autoComplete="postal-code" />
          <Button>Search</Button>
        </form>
      </search>
      {topics.length > 0 && <Topics topics={topics} />}
      <Horizon />
    </div>
  );
}

function Topics({ topics }: { topics: readonly Topic[] }) {
  return (
    <nav className="welcome__topics" aria-labelledby="topics">
      <h2 className="govuk-heading-s" id="topics">
        People often look for
      </h2>
      <ul className="chips">
        {topics.map(({ slug, name }) => (
          <li key={slug}>
            <a className="chip" href={paths.search({ topic: slug })}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface TeasersProps {
  title: string;
  items: readonly ComingUp[];
  all: { label: string; href: string };
  none: string;
}

function Teasers({ title, items, all, none }: TeasersProps) {
  return (
    <Section title={title}>
      {items.length === 0 && <p className="govuk-body">{none}</p>}
      {items.length > 0 && (
        <CardList>
          {items.map(({ href, title, start, facts }) => (
            <Card title={title} href={href} leaf={<DateBlock at={start} />} key={href}>
              <CardFacts facts={facts} />
            </Card>
          ))}
        </CardList>
      )}
      <p className="govuk-body">
        <a className="govuk-link more" href={all.href}>
          {all.label}
        </a>
      </p>
    </Section>
  );
}

function ForPartners() {
  return (
    <div className="full-bleed partners">
      <h2 className="govuk-heading-l">For those who make it happen</h2>
      <div className="partners__ways">
        <div>
          <h3 className="govuk-heading-m">Organisations</h3>
          <p className="govuk-body">
            Be found by the people you are there for, and see what came of what you raised.
          </p>
          <a className="govuk-link more" href={paths.organisations()}>
            The directory
          </a>
        </div>
        <div>
          <h3 className="govuk-heading-m">Place networks and forums</h3>
          <p className="govuk-body">
            Bring your calendar, gather items, and send them to your board in time.
          </p>
          <a className="govuk-link more" href={paths.groups()}>
            Networks, forums and boards
          </a>
        </div>
        <div>
          <h3 className="govuk-heading-m">Boards and partnerships</h3>
          <p className="govuk-body">
            Start from a drafted agenda, with the voice of the sector already in it.
          </p>
          <a className="govuk-link more" href={paths.meetings()}>
            Meetings and agendas
          </a>
        </div>
      </div>
    </div>
  );
}
