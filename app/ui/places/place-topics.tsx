import { paths } from "#app/paths.ts";

interface PlaceTopicsProps {
  topics: readonly { slug: string; name: string; services: number }[];
  place: { slug: string; name: string };
}

/** What support a place has, by topic, the fullest first; each leads to its services. */
export function PlaceTopics({ topics, place }: PlaceTopicsProps) {
  return (
    <>
      {topics.length > 0 && (
        <ul className="chips">
          {topics.map(({ slug, name, services }) => (
            <li key={slug}>
              <a className="chip" href={paths.search({ place: place.slug, topic: slug })}>
                {name} <span className="govuk-visually-hidden">, services: </span>({services})
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="govuk-body">
        <a href={paths.search({ place: place.slug })}>Search all support in {place.name}</a>
      </p>
    </>
  );
}
