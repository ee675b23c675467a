import { RadiosField } from "#app/ui/kit/forms/choice.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import type { FieldState } from "#app/ui/kit/forms/form-state.ts";
import { type MatchRule, matchRules } from "#db/vocabulary-diary.ts";

interface RuleFieldsProps {
  field: (name: string) => FieldState;
  /** "Norwich VCSE Place Network" */
  group: string;
  /** Categories that the calendar uses, where they are known. */
  categories?: readonly string[];
}

const hints: Record<MatchRule, string> = {
  all: "The calendar is the group’s own",
  category: "The calendar holds other things too, and its meetings carry a category of their own",
  title: "The calendar holds other things too, and the titles of its meetings have words in common",
};

/** Which events of a calendar become meetings of a group. */
export function RuleFields({ field, group, categories = [] }: RuleFieldsProps) {
  const choices = Object.entries(matchRules) as [MatchRule, string][];
  return (
    <>
      <RadiosField
        {...field("by")}
        label={`Which events are meetings of ${group}?`}
        labelSize="m"
        choices={choices.map(([value, label]) => ({ value, label, hint: hints[value] }))}
      />
      <TextField
        {...field("category")}
        label="The category"
        optional
        hint={
          categories.length > 0
            ? `Only if you chose events with a category. This calendar has: ${categories.join(", ")}`
            : "Only if you chose events with a category"
        }
        width={20}
      />
      <TextField
        {...field("words")}
        label="The words of the title"
        optional
        hint="Only if you chose events by their title. All of the words must be in it, in any order."
        width={20}
      />
    </>
  );
}
