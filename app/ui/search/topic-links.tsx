import { paths } from "#app/paths.ts";

interface TopicLinksProps {
  topics: readonly { slug: string; name: string }[];
  near?: string | undefined;
  place?: string | undefined;
}

/** Topics to choose from instead of words; where somebody is stays. */
export function TopicLinks({ topics, near, place }: TopicLinksProps) {
  return (
    <ul className="chips">
      {topics.map(({ slug, name }) => (
        <li key={slug}>
          <a
            className="chip"
            href={paths.search({ topic: slug, ...(near && { near }), ...(place && { place }) })}
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
