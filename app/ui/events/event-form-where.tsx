import { ELSEWHERE } from "#app/domain/calendars/typed/event-fields.ts";
import { RadiosField, SelectField } from "#app/ui/kit/forms/choice.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import type { EventChoices, Field } from "./event-form.tsx";

/** Where it is: one of the organisation's venues or words, the area, and a link to join online. */
export function EventFormWhere({ field, choices }: { field: Field; choices: EventChoices }) {
  const { venues, places } = choices;
  return (
    <>
      {venues.length > 0 && (
        <RadiosField
          {...field("locationId")}
          label="Where it is"
          choices={[
            ...venues.map(({ id, words }) => ({ value: id, label: words })),
            { value: ELSEWHERE, label: "Somewhere else, or online", hint: "Say where in the next field" },
          ]}
          small
        />
      )}
      <TextField
        {...field("where")}
        label={venues.length > 0 ? "Where else" : "Where it is"}
        optional={venues.length > 0}
        hint="For example, The bandstand, Chapelfield Gardens, Norwich"
      />
      <SelectField
        {...field("place")}
        label="Which area it is in"
        optional
        hint="It is then found among what is on there"
        blank="None, or that of the venue"
        choices={places.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <TextField
        {...field("onlineUrl")}
        label="Link to join online"
        optional
        hint="Everybody can see it"
        type="url"
        inputMode="url"
        spellCheck={false}
      />
    </>
  );
}
