import { paths } from "#app/paths.ts";
import { CheckboxesField } from "#app/ui/kit/forms/choice.tsx";
import { TextareaField, TextField } from "#app/ui/kit/forms/field.tsx";
import type { SectionFieldsProps } from "./form-props.ts";
import { GroupedChoices } from "./grouped-choices.tsx";

export function WhereFields({ field, choices, slug, record }: SectionFieldsProps) {
  const { venues } = choices;
  const here = venues.filter(({ id }) => record.where.venues.some((venue) => venue.id === id));
  return (
    <>
      <CheckboxesField
        {...field("isOnline")}
        label="Online or by telephone"
        choices={[{ value: "yes", label: "People can take part online or by telephone" }]}
      />
      {venues.length > 0 && (
        <CheckboxesField
          {...field("venues")}
          label="Where do people go?"
          hint="Places that your organisation uses. Choose all at which this service is held."
          choices={venues.map(({ id, name, address, isHidden }) => ({
            value: id,
            label: name,
            hint: [address, isHidden && "not published"].filter(Boolean).join(", ") || undefined,
          }))}
        />
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.addVenue(slug)}>
          Add a place that is not in the list
        </a>
        . Save this page first if you have changed something on it.
      </p>
      {here.map(({ id, name, isOwn }) => (
        <div key={id}>
          <TextareaField
            {...field(`note-${id}`)}
            label={`What to know at ${name}`}
            optional
            hint="Which room, which door, whom to ask for"
            rows={2}
            limit={500}
          />
          {isOwn && (
            <p className="govuk-body">
              <a className="govuk-link" href={paths.editVenue(slug, id)}>
                Change the address and access of {name}
              </a>
            </p>
          )}
        </div>
      ))}
      <GroupedChoices
        state={field("areas")}
        label="Which area does it serve? (optional)"
        hint="Leave empty if anybody may come to the places above."
        groups={areaGroups(choices.areas)}
      />
      <TextField
        {...field("areaWords")}
        label="The area in your own words"
        optional
        hint="Such as “five miles around Diss”"
      />
      <TextareaField
        {...field("gettingThere")}
        label="How to get there"
        optional
        hint="Buses, parking, lifts that you give. What is true of one place only goes with that place."
        rows={3}
        limit={2000}
      />
    </>
  );
}

const groupNames: Record<string, string> = {
  system: "All of it, or a county",
  county: "All of it, or a county",
  place: "Places",
  district: "District councils",
  neighbourhood: "Smaller areas",
};

/** A place and a district may share a name: they stand in different groups. */
function areaGroups(areas: SectionFieldsProps["choices"]["areas"]) {
  const names = [...new Set(areas.map(({ kind }) => groupNames[kind] ?? "Other areas"))];
  return names.map((name) => ({
    name,
    choices: areas.filter(({ kind }) => (groupNames[kind] ?? "Other areas") === name),
  }));
}
