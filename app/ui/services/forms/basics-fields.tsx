import { TextareaField, TextField } from "#app/ui/kit/forms/field.tsx";
import type { SectionFieldsProps } from "./form-props.ts";
import { GroupedChoices } from "./grouped-choices.tsx";

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
      <GroupedChoices
        state={field("topics")}
        label="What is it about?"
        hint="Choose every topic that somebody might look under."
        groups={choices.topics.map((group) => ({ name: group.name, choices: group.topics }))}
      />
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
