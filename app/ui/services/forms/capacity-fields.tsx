import { RadiosField } from "#app/ui/kit/forms/choice.tsx";
import { TextareaField, TextField } from "#app/ui/kit/forms/field.tsx";
import type { SectionFieldsProps } from "./form-props.ts";

export function CapacityFields({ field }: Pick<SectionFieldsProps, "field">) {
  return (
    <>
      <RadiosField
        {...field("capacity")}
        label="Is there room for more people now?"
        choices={[
          { value: "open", label: "Yes, people can come" },
          { value: "waiting-list", label: "There is a waiting list" },
          { value: "full", label: "No, it is full" },
        ]}
      />
      <TextField
        {...field("waitWeeks")}
        label="About how many weeks do people wait?"
        optional
        hint="For a waiting list"
        width={3}
        inputMode="numeric"
      />
      <TextareaField
        {...field("capacityNote")}
        label="Note"
        optional
        hint="Such as “ring again in May”"
        rows={2}
        limit={300}
      />
    </>
  );
}
