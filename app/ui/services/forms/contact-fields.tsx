import { RadiosField } from "#app/ui/kit/forms/choice.tsx";
import { TextareaField, TextField } from "#app/ui/kit/forms/field.tsx";
import type { FieldState } from "#app/ui/kit/forms/form-state.ts";
import type { SectionFieldsProps } from "./form-props.ts";
import { FormRows } from "./form-rows.tsx";

export function ContactFields({ field, values }: SectionFieldsProps) {
  return (
    <>
      <TextField
        {...field("email")}
        label="E-mail address"
        optional
        type="email"
        hint="Everybody can see it."
        spellCheck={false}
      />
      <TextareaField
        {...field("referralRoute")}
        label="How does somebody start?"
        optional
        hint="“Just turn up”, “ring first”, “your GP or social worker refers you”"
        rows={3}
        limit={2000}
      />
      <h2 className="govuk-heading-m">Phone numbers</h2>
      <FormRows name="phones" label="Phone" values={values} field={field}>
        {(row) => (
          <>
            <TextField {...row("number")} label="Number" type="tel" width={20} />
            <TextField {...row("extension")} label="Extension" optional width={5} />
            <TextField {...row("words")} label="Note" optional hint="Such as “mornings only”" />
            <Shown state={row("shown")} />
          </>
        )}
      </FormRows>
      <h2 className="govuk-heading-m">People to ask</h2>
      <FormRows name="contacts" label="Person" values={values} field={field}>
        {(row) => (
          <>
            <TextField {...row("name")} label="Name" optional />
            <TextField {...row("title")} label="What they do" optional hint="Such as “Co-ordinator”" />
            <TextField {...row("email")} label="E-mail address" optional type="email" spellCheck={false} />
            <TextField {...row("phones")} label="Phone numbers" optional hint="A comma between two" />
            <Shown state={row("shown")} />
          </>
        )}
      </FormRows>
      <h2 className="govuk-heading-m">Who stands behind it</h2>
      <TextareaField
        {...field("funders")}
        label="Who funds it?"
        optional
        hint="One on a line, such as “National Lottery Community Fund”. Shared as open data."
        rows={3}
        limit={2000}
      />
      <TextField
        {...field("assurerEmail")}
        label="Who checks that this entry is right?"
        optional
        type="email"
        hint="Their e-mail address. Only those who keep the record see it."
        spellCheck={false}
      />
    </>
  );
}

function Shown({ state }: { state: FieldState }) {
  return (
    <RadiosField
      {...state}
      value={state.value || "all"}
      label="Who may see this?"
      small
      choices={[
        { value: "all", label: "Everybody" },
        {
          value: "partners",
          label: "Partners only: health and care staff, network leads and the Assembly team",
        },
      ]}
    />
  );
}
