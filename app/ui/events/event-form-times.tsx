import { type Repeats, repeatWords } from "#app/domain/calendars/typed/repeats.ts";
import { RadiosField } from "#app/ui/kit/forms/choice.tsx";
import { DateField, TextField } from "#app/ui/kit/forms/field.tsx";
import { type Field, TickField } from "./event-form.tsx";

interface EventFormTimesProps {
  field: Field;
  isNew: boolean;
  /** Whether it repeats in a way that the form cannot say, and may go on so. */
  canStayAsIs: boolean;
}

const hints: Partial<Record<Repeats, string>> = {
  weekly: "On the weekday of the first date",
  monthly: "As the first date: the second Tuesday, for example",
  "monthly-last": "The last Friday, for example",
};

/** When it is and how it repeats, in London's time. */
export function EventFormTimes({ field, isNew, canStayAsIs }: EventFormTimesProps) {
  const offered = Object.entries(repeatWords).filter(([value]) => value !== "as-is" || canStayAsIs);
  return (
    <>
      <DateField
        {...field("startsOn")}
        label={isNew ? "Day" : "Day of the next date"}
        hint={isNew ? "The first date, if it repeats" : "Dates that are past stay as they were"}
      />
      <TextField
        {...field("startsTime")}
        label="Starts at"
        hint="Such as 10:00 or 2.30pm. Leave it empty if it lasts all day."
        width={10}
      />
      <TextField
        {...field("endsTime")}
        label="Ends at"
        optional
        hint="Such as 2pm or 14:00. After an evening start, an early end is taken for the next morning."
        width={10}
      />
      <TickField
        field={field("allDay")}
        about="Does it last all day?"
        label="Yes, all day: it has no times"
      />
      <DateField {...field("endsOn")} label="Last day, if it lasts for several whole days" optional />
      <RadiosField
        {...field("repeats")}
        label="Does it repeat?"
        choices={offered.map(([value, label]) => ({ value, label, hint: hints[value as Repeats] }))}
        small
      />
      <DateField
        {...field("until")}
        label="Until, if it repeats"
        optional
        hint="The last day on which it may take place. Leave this empty if it goes on and on."
      />
    </>
  );
}
