import { paths } from "#app/paths.ts";
import { SelectField } from "#app/ui/kit/forms/choice.tsx";
import { DateField } from "#app/ui/kit/forms/field.tsx";
import { Filters } from "#app/ui/kit/forms/filters.tsx";

interface WhatsOnFiltersProps {
  place?: string | undefined;
  topic?: string | undefined;
  from: string;
  /** Whether `from` was asked for, and is not just today. */
  isFromSet: boolean;
  places: readonly { slug: string; name: string }[];
  topics: readonly { slug: string; name: string }[];
}

export function WhatsOnFilters({ place, topic, from, isFromSet, places, topics }: WhatsOnFiltersProps) {
  return (
    <Filters action={paths.whatsOn()} active={[place, topic, isFromSet].filter(Boolean).length}>
      <SelectField name="place" label="Place" blank="Everywhere" value={place} choices={choicesOf(places)} />
      <DateField name="from" label="From" value={from} />
      <SelectField name="topic" label="About" blank="Everything" value={topic} choices={choicesOf(topics)} />
    </Filters>
  );
}

function choicesOf(records: readonly { slug: string; name: string }[]) {
  return records.map(({ slug, name }) => ({ value: slug, label: name }));
}
