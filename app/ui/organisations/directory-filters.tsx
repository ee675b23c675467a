import { paths } from "#app/paths.ts";
import { SelectField } from "#app/ui/kit/forms/choice.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { Filters } from "#app/ui/kit/forms/filters.tsx";
import { organisationKinds } from "#db/vocabulary.ts";

interface Option {
  slug: string;
  name: string;
}

interface DirectoryFiltersProps {
  q: string;
  place?: string | undefined;
  topic?: string | undefined;
  kind?: string | undefined;
  places: readonly Option[];
  topics: readonly Option[];
}

const kinds = Object.entries(organisationKinds).map(([value, label]) => ({ value, label }));

export function DirectoryFilters({ q, place, topic, kind, places, topics }: DirectoryFiltersProps) {
  return (
    <Filters action={paths.organisations()} active={[q, place, topic, kind].filter(Boolean).length}>
      <TextField name="q" type="search" label="Name" hint="Former names count too" value={q} />
      <SelectField
        name="place"
        label="Place"
        blank="Everywhere"
        value={place}
        choices={places.map(choiceOf)}
      />
      <SelectField
        name="topic"
        label="Theme"
        blank="Every theme"
        value={topic}
        choices={topics.map(choiceOf)}
      />
      <SelectField name="kind" label="Kind" blank="Every kind" value={kind} choices={kinds} />
    </Filters>
  );
}

const choiceOf = ({ slug, name }: Option) => ({ value: slug, label: name });
