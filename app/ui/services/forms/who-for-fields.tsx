import { languages } from "#app/domain/services/record/languages.ts";
import { SelectField } from "#app/ui/kit/forms/choice.tsx";
import { TextareaField, TextField } from "#app/ui/kit/forms/field.tsx";
import type { SectionFieldsProps } from "./form-props.ts";
import { FormRows } from "./form-rows.tsx";

const choices = languages.map(({ code, name }) => ({ value: code, label: name }));

export function WhoForFields({ field, values }: SectionFieldsProps) {
  return (
    <>
      <TextareaField
        {...field("eligibility")}
        label="Who is it for?"
        optional
        hint="“Anybody who feels lonely”, “carers in Breckland”. Left empty, it is for everyone."
        rows={3}
        limit={2000}
      />
      <TextField
        {...field("minimumAge")}
        label="Youngest age"
        optional
        hint="In years. Leave empty if there is none."
        width={3}
        inputMode="numeric"
      />
      <TextField
        {...field("maximumAge")}
        label="Oldest age"
        optional
        hint="In years, and counted in: for under 5s enter 4."
        width={3}
        inputMode="numeric"
      />
      <h2 className="govuk-heading-m">Languages besides English</h2>
      <FormRows name="languages" label="Language" values={values} field={field}>
        {(row) => (
          <>
            <SelectField {...row("code")} label="Language" blank="None" choices={choices} />
            <TextField
              {...row("note")}
              label="Note"
              optional
              hint="Such as “with an interpreter, if you ask a week before”"
            />
          </>
        )}
      </FormRows>
    </>
  );
}
