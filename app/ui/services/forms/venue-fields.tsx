import { accessFactNames, accessFacts } from "#app/domain/services/venues/access-facts.ts";
import { CheckboxesField } from "#app/ui/kit/forms/choice.tsx";
import { TextareaField, TextField } from "#app/ui/kit/forms/field.tsx";
import type { SectionFieldsProps } from "./form-props.ts";

/** A place where people go: its address, whether it may be told, and what to expect at the door. */
export function VenueFields({ field }: Pick<SectionFieldsProps, "field">) {
  return (
    <>
      <TextField {...field("name")} label="Name of the building" optional hint="Such as “St Mary’s Hall”" />
      <TextField {...field("addressLine")} label="Street" hint="Number and street" autoComplete="off" />
      <TextField {...field("town")} label="Town or village" width={20} />
      <TextField
        {...field("postcode")}
        label="Postcode"
        optional
        hint="It puts the service on the map and in “near me”."
        width={10}
      />
      <CheckboxesField
        {...field("isHidden")}
        label="Who may know the address?"
        choices={[
          {
            value: "yes",
            label: "Do not publish the address",
            hint: "For refuges and homes. People are told to get in touch instead; the area is still found.",
          },
        ]}
      />
      <CheckboxesField
        {...field("access")}
        label="What is there for disabled people?"
        optional
        small
        choices={accessFactNames.map((value) => ({ value, label: accessFacts[value] }))}
      />
      <TextareaField
        {...field("accessWords")}
        label="More about access"
        optional
        hint="Width of doors, where to ring, what is not possible"
        rows={3}
        limit={500}
      />
      <TextareaField
        {...field("gettingThere")}
        label="How to get there"
        optional
        hint="Bus stops, parking, landmarks"
        rows={3}
        limit={2000}
      />
    </>
  );
}
