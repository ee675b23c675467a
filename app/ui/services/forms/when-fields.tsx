import { nameOf } from "#app/domain/services/days-of-week.ts";
import { dayCodes, rhythms } from "#app/domain/services/input/hours-row.ts";
import { keptHours } from "#app/domain/services/input/when-input.ts";
import { sectionWords } from "#app/domain/services/record/section-words.ts";
import { CheckboxesField, RadiosField, SelectField } from "#app/ui/kit/forms/choice.tsx";
import { DateField, TextareaField, TextField } from "#app/ui/kit/forms/field.tsx";
import type { FieldState } from "#app/ui/kit/forms/form-state.ts";
import { Details } from "#app/ui/kit/show/details.tsx";
import type { SectionFieldsProps } from "./form-props.ts";
import { FormRows } from "./form-rows.tsx";

const days = dayCodes.map((value, at) => ({ value, label: nameOf(at).slice(0, 3) }));
const rhythmChoices = Object.keys(rhythms)
  .map((value) => ({ value, label: rhythms[value as keyof typeof rhythms] }))
  .sort((a, b) => Number(a.value.startsWith("m")) - Number(b.value.startsWith("m")));

export function WhenFields(props: SectionFieldsProps) {
  const { field, values } = props;
  return (
    <>
      <h2 className="govuk-heading-m">Usual hours</h2>
      <p className="govuk-hint">Times like 9:30 or 2pm. Days with other times go into another row.</p>
      <FormRows name="hours" label="Hours" values={values} field={field}>
        {(row) => <HoursRow row={row} {...props} />}
      </FormRows>
      <KeptHours {...props} />
      <TextareaField
        {...field("words")}
        label="When it is on, in words"
        optional
        hint="For what rows of hours cannot say: “by appointment”, “whenever the church is open”"
        rows={3}
        limit={1000}
      />
      <RadiosField
        {...field("bankHolidays")}
        label="Bank holidays"
        optional
        choices={[
          { value: "closed", label: "Closed on bank holidays" },
          { value: "open", label: "Open as usual" },
          { value: "ask", label: "It depends: people should ask" },
        ]}
      />
      <CheckboxesField
        {...field("isTermTimeOnly")}
        label="School terms"
        choices={[{ value: "yes", label: "It is on in term time only" }]}
      />
      <h2 className="govuk-heading-m">Days that are different</h2>
      <p className="govuk-hint">
        A holiday closure, or special hours on named days. Without times it is closed.
      </p>
      <FormRows name="exceptions" label="Different days" values={values} field={field}>
        {(row) => <ExceptionRow row={row} {...props} />}
      </FormRows>
    </>
  );
}

type RowProps = SectionFieldsProps & { row: (part: string) => FieldState };

function HoursRow({ row, ...props }: RowProps) {
  const rare = [row("from"), row("until"), row("words")];
  const isOpen = row("every").value === "2" || rare.some(({ value, error }) => value || error);
  return (
    <>
      <div className="in-a-row">
        <CheckboxesField {...row("days")} label="Days" choices={days} small />
      </div>
      <SelectField {...withDefault(row("every"), "1")} label="How often" choices={rhythmChoices} />
      <Times row={row} />
      <VenueChoice {...props} row={row} />
      <Details summary="First and last day, and a note" open={isOpen}>
        <DateField
          {...row("from")}
          label="From"
          optional
          hint="The first day. For every second week: the date of one of them."
        />
        <DateField {...row("until")} label="Until" optional hint="The last day, if it ends" />
        <TextField {...row("words")} label="Note" optional hint="Such as “last entry 11.30am”" />
      </Details>
    </>
  );
}

function ExceptionRow({ row, ...props }: RowProps) {
  return (
    <>
      <div className="side-by-side">
        <DateField {...row("from")} label="First day" />
        <DateField {...row("to")} label="Last day" optional />
      </div>
      <Times row={row} />
      <VenueChoice {...props} row={row} />
      <TextField {...row("words")} label="Note" optional hint="Such as “Christmas”" />
    </>
  );
}

function Times({ row }: Pick<RowProps, "row">) {
  return (
    <div className="side-by-side">
      <TextField {...row("opens")} label="Opens" width={5} />
      <TextField {...row("closes")} label="Closes" optional width={5} />
    </div>
  );
}

/** Asked only where there is a choice. */
function VenueChoice({ row, record, choices }: RowProps) {
  const venues = choices.venues.filter(({ id }) => record.where.venues.some((venue) => venue.id === id));
  const at = row("at");
  if (venues.length < 2 && !at.value) return null;
  return (
    <SelectField
      {...at}
      label="Where"
      blank="Everywhere"
      choices={venues.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

/** Hours that came from elsewhere and fit no row: they stay while their box is ticked. */
function KeptHours({ field, record, choices }: SectionFieldsProps) {
  return keptHours(record.when).map((hours, at) => {
    const only = { ...record.when, hours: [hours], exceptions: [hours], words: "", bankHolidays: null };
    const said = sectionWords(
      { section: "when", fields: { ...only, isTermTimeOnly: false } },
      choicesNames(choices),
    )
      .map(({ words }) => words)
      .find(Boolean);
    return (
      <CheckboxesField
        {...field(`kept-${at}-as`)}
        value={[String(field(`kept-${at}-as`).value ?? "")]}
        label="Other hours"
        choices={[{ value: JSON.stringify(hours), label: `Keep: ${said ?? "hours from elsewhere"}` }]}
        key={JSON.stringify(hours)}
      />
    );
  });
}

const choicesNames = ({ venues, areas }: SectionFieldsProps["choices"]) => ({ venues, areas, topics: [] });

const withDefault = (state: FieldState, value: string): FieldState => ({
  ...state,
  value: state.value || value,
});
