import { costKinds } from "#app/domain/services/input/inputs.ts";
import { RadiosField } from "#app/ui/kit/forms/choice.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { wordsOf } from "#db/vocabulary.ts";
import type { SectionFieldsProps } from "./form-props.ts";
import { FormRows } from "./form-rows.tsx";

export function CostFields({ field, values }: SectionFieldsProps) {
  return (
    <>
      <RadiosField
        {...field("kind")}
        label="What does it cost?"
        choices={wordsOf(costKinds).map((value) => ({ value, label: costKinds[value] }))}
      />
      <TextField
        {...field("words")}
        label="What else to say about the cost"
        optional
        hint="For free, pay what you can and varies: “tea and cake included”, “ask us for a quote”"
      />
      <h2 className="govuk-heading-m">Set amounts</h2>
      <p className="govuk-hint">Only if you chose “{costKinds.amounts}”.</p>
      <FormRows name="costs" label="Amount" values={values} field={field}>
        {(row) => (
          <>
            <TextField
              {...row("option")}
              label="Who or what for"
              optional
              hint="Such as “Adults” or “Each session”"
            />
            <TextField
              {...row("amount")}
              label="Amount in pounds"
              hint="Such as 3.50, or 0 for free"
              width={5}
              inputMode="decimal"
            />
            <TextField
              {...row("words")}
              label="Note"
              optional
              hint="Such as “a session” or “Carers come free.”"
            />
          </>
        )}
      </FormRows>
    </>
  );
}
