import { CheckboxesField } from "#app/ui/kit/forms/choice.tsx";
import { TextareaField, TextField } from "#app/ui/kit/forms/field.tsx";
import { allOf } from "#app/ui/kit/forms/form-state.ts";
import { Details } from "#app/ui/kit/show/details.tsx";
import type { SectionFieldsProps } from "./form-props.ts";

export function BasicsFields({ field, choices }: SectionFieldsProps) {
  return (
    <>
      <TextField {...field("name")} label="Name of the service" hint="As people know it" />
      <TextareaField
        {...field("summary")}
        label="In a sentence or two, what is it?"
        hint="People read this in lists. Say what happens, not what it is called in a plan."
        rows={3}
        limit={300}
      />
      <Topics field={field} choices={choices} />
      <TextareaField
        {...field("description")}
        label="More about it"
        optional
        hint="What a first visit is like, what to bring, who will be there"
        rows={8}
        limit={5000}
      />
      <TextField
        {...field("url")}
        label="Web address"
        optional
        hint="Such as www.example.org/lunch"
        inputMode="url"
      />
    </>
  );
}

/** Wide topics close up, but for those with something ticked: the whole list is long. */
function Topics({ field, choices }: Pick<SectionFieldsProps, "field" | "choices">) {
  const topics = field("topics");
  const ticked = allOf(topics.value);
  return (
    <fieldset className="govuk-fieldset" id="topics" tabIndex={-1}>
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">What is it about?</legend>
      <div className="govuk-hint">Choose every topic that somebody might look under.</div>
      {topics.error && (
        <p className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {topics.error}
        </p>
      )}
      {choices.topics.map((group) => (
        <Details
          summary={group.name}
          open={group.topics.some(({ slug }) => ticked.includes(slug))}
          key={group.name}
        >
          <CheckboxesField
            name="topics"
            value={topics.value}
            id={`topics-${group.topics[0]?.slug}`}
            label={group.name}
            labelHidden
            small
            choices={group.topics.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        </Details>
      ))}
    </fieldset>
  );
}
