import { ELSEWHERE, type EventFields } from "#app/domain/calendars/typed/event-fields.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { CheckboxesField, SelectField } from "#app/ui/kit/forms/choice.tsx";
import { TextareaField, TextField } from "#app/ui/kit/forms/field.tsx";
import { type FailedForm, fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { EventFormTimes } from "./event-form-times.tsx";
import { EventFormWhere } from "./event-form-where.tsx";

export interface EventChoices {
  venues: readonly { id: string; words: string }[];
  places: readonly { slug: string; name: string }[];
  topics: readonly { slug: string; name: string }[];
}

interface EventFormProps {
  choices: EventChoices;
  failed: FailedForm | null | undefined;
  /** What is kept now; nothing for a new one. */
  fields?: EventFields;
  /** The stamp of what is kept now. */
  seen?: string;
  submit: string;
  /** Where not saving leads. */
  back: string;
}

/** Everything about an event that an organisation types in, on one page. */
export function EventForm({ choices, failed, fields, seen = "", submit, back }: EventFormProps) {
  const field = fieldsOf(failed, fields ? initialOf(fields, choices) : { repeats: "none" });
  return (
    <form method="post" noValidate>
      <input type="hidden" name="seen" value={failed?.seen ?? failed?.values.seen ?? seen} />
      <TextField {...field("title")} label="Title" hint="For example, Friday coffee morning" />
      <TextareaField {...field("description")} label="What happens there" optional limit={4000} />
      <SelectField
        {...field("topic")}
        label="What it is about"
        optional
        blank="Nothing in particular"
        choices={choices.topics.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <EventFormTimes field={field} isNew={!fields} canStayAsIs={fields?.repeats === "as-is"} />
      <EventFormWhere field={field} choices={choices} />
      <TextField
        {...field("cost")}
        label="Cost"
        optional
        hint="For example, Free, £2, or Pay what you can"
        width={20}
      />
      <ButtonGroup>
        <Button>{submit}</Button>
        <a className="govuk-link" href={back}>
          Leave without saving
        </a>
      </ButtonGroup>
    </form>
  );
}

export type Field = ReturnType<typeof fieldsOf>;

function initialOf(fields: EventFields, { venues }: EventChoices) {
  const elsewhere = venues.length > 0 ? ELSEWHERE : "";
  return { ...fields, locationId: fields.locationId ?? elsewhere, allDay: fields.allDay ? "yes" : "" };
}

/** One tick box under its own name. */
export function TickField({
  field,
  label,
  about,
}: {
  field: ReturnType<Field>;
  label: string;
  about: string;
}) {
  return <CheckboxesField {...field} label={about} choices={[{ value: "yes", label }]} small />;
}
