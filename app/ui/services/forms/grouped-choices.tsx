import { CheckboxesField } from "#app/ui/kit/forms/choice.tsx";
import { allOf, type FieldState, fieldId } from "#app/ui/kit/forms/form-state.ts";
import { Details } from "#app/ui/kit/show/details.tsx";

interface GroupedChoicesProps {
  state: FieldState;
  label: string;
  hint: string;
  groups: readonly { name: string; choices: readonly { slug: string; name: string }[] }[];
}

/** Any number of a long list: its groups close up, but for those with something ticked. */
export function GroupedChoices({ state, label, hint, groups }: GroupedChoicesProps) {
  const { name, value, error } = state;
  const ticked = allOf(value);
  const id = fieldId(name);
  return (
    <div className={error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      <fieldset className="govuk-fieldset" id={id} tabIndex={-1} aria-describedby={`${id}-hint`}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
        <div className="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
        {error && (
          <p className="govuk-error-message">
            <span className="govuk-visually-hidden">Error:</span> {error}
          </p>
        )}
        {groups.map((group, at) => (
          <Details
            summary={group.name}
            open={group.choices.some(({ slug }) => ticked.includes(slug))}
            key={group.name}
          >
            <CheckboxesField
              {...{ name, value }}
              id={`${id}-${at + 1}`}
              label={group.name}
              labelHidden
              small
              choices={group.choices.map((choice) => ({ value: choice.slug, label: choice.name }))}
            />
          </Details>
        ))}
      </fieldset>
    </div>
  );
}
