import { paths } from "#app/paths.ts";

interface PlaceTopicsProps {
  topics: readonly { slug: string; name: string; services: number }[];
  place: { slug: string; name: string };
}

/** What support a place has, by topic with how many services, the fullest first; each leads to them. */
export function PlaceTopics({ topics, place }: PlaceTopicsProps) {
  return (
    <>
      <p className="govuk-body">
        <a href={paths.search({ place: place.slug })}>Search all support in {place.name}</a>
        {topics.length > 0 && ", or choose a topic:"}
      </p>
      <ul className="chips">
        {topics.map(({ slug, name, services }) => (
          <li key={slug}>
            <a className="chip" href={paths.search({ place: place.slug, topic: slug })}>
              {name} ({services})
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
