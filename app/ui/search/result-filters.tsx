import { paths } from "#app/paths.ts";
import { SelectField } from "#app/ui/kit/forms/choice.tsx";
import { Filters } from "#app/ui/kit/forms/filters.tsx";

interface Option {
  slug: string;
  name: string;
  results: number | null;
}

interface ResultFiltersProps {
  q: string;
  near: string;
  place: Option | null;
  topic: Option | null;
  places: readonly Option[];
  topics: readonly Option[];
}

/** Narrows results by place and topic; the words and where stay. */
export function ResultFilters({ q, near, place, topic, places, topics }: ResultFiltersProps) {
  return (
    <Filters
      action={paths.search()}
      active={[place, topic].filter(Boolean).length}
      title="Narrow down"
      keep={{ q, near }}
    >
      <SelectField
        name="place"
        label="Place"
        blank="Everywhere"
        value={place?.slug}
        choices={places.map(choiceOf)}
      />
      <SelectField
        name="topic"
        label="Topic"
        blank="Every topic"
        value={topic?.slug}
        choices={withChosen(topics, topic).map(choiceOf)}
      />
    </Filters>
  );
}

function choiceOf({ slug, name, results }: Option) {
  return { value: slug, label: results === null ? name : `${name} (${results})` };
}

function withChosen(topics: readonly Option[], chosen: Option | null): readonly Option[] {
  return chosen && !topics.some(({ slug }) => slug === chosen.slug) ? [chosen, ...topics] : topics;
}
