import type { NamesBySlug } from "#app/domain/organisations/record/differences.ts";
import type { RecordChoices } from "#app/domain/organisations/record/names-by-slug.server.ts";
import type { RecordSection } from "#app/domain/organisations/record/record.ts";
import { CheckboxesField, RadiosField } from "#app/ui/kit/forms/choice.tsx";
import { TextareaField, TextField } from "#app/ui/kit/forms/field.tsx";
import { allOf, type FieldState } from "#app/ui/kit/forms/form-state.ts";
import { Details } from "#app/ui/kit/show/details.tsx";
import { identifierSchemes } from "#db/vocabulary.ts";
import { ContactFields } from "./contact-fields.tsx";
import { kindChoices } from "./kinds.ts";

export interface SectionFieldsProps {
  /** `fieldsOf` over the section's values: what was typed wins over what is saved. */
  field: (name: string) => FieldState;
  choices: RecordChoices;
  names: NamesBySlug;
}

/** The fields of one section, as a form of editing and one of registering share them. */
export function SectionFields({ section, ...props }: SectionFieldsProps & { section: RecordSection }) {
  if (section === "names") return <NameFields {...props} />;
  if (section === "about") return <AboutFields {...props} />;
  if (section === "numbers") return <NumberFields {...props} />;
  if (section === "where") return <WhereFields {...props} />;
  return <ContactFields field={props.field} />;
}

function NameFields({ field }: SectionFieldsProps) {
  return (
    <>
      <TextField {...field("name")} label="Name" hint="As you write it yourselves" />
      <RadiosField {...field("kind")} label="What are you?" choices={kindChoices} />
      <TextareaField
        {...field("formerNames")}
        label="Former names"
        optional
        rows={3}
        hint="One a line, so that people who know the old name find you. You can add until when: Old Name (until 2019-03-31)"
      />
    </>
  );
}

function AboutFields({ field, choices, names }: SectionFieldsProps) {
  const topics = field("topics");
  const offered = new Set(choices.topics.map(({ slug }) => slug));
  const finer = allOf(topics.value).filter((slug) => !offered.has(slug));
  const more = finer.map((slug) => ({ slug, name: names[slug] ?? slug }));
  return (
    <>
      <TextareaField
        {...field("description")}
        label="What you do"
        hint="In the words that you would use to somebody who has never heard of you"
        limit={4000}
      />
      <TextareaField
        {...field("helps")}
        label="Who you help"
        optional
        rows={3}
        hint="Anybody, or some people more than others: families with young children, people who care for somebody"
        limit={2000}
      />
      <CheckboxesField
        {...topics}
        label="Themes"
        optional
        hint="Tick what fits; services can say more"
        choices={[...choices.topics, ...more].map(choiceOf)}
        small
      />
      <TextField
        {...field("website")}
        label="Website"
        optional
        hint="A page on a social network counts too"
        inputMode="url"
        spellCheck={false}
      />
    </>
  );
}

function NumberFields({ field }: SectionFieldsProps) {
  const rare = rareSchemes.map((scheme) => field(scheme));
  return (
    <>
      <TextField
        {...field("GB-CHC")}
        label={identifierSchemes["GB-CHC"]}
        optional
        hint="6 or 7 digits, from the Charity Commission. A small charity may have none."
        width={20}
      />
      <TextField
        {...field("GB-COH")}
        label={identifierSchemes["GB-COH"]}
        optional
        hint="8 characters, from Companies House. CICs have one too."
        width={20}
      />
      <Details
        summary="Other registers"
        open={rare.some(({ value, error }) => Boolean(value) || Boolean(error))}
      >
        {rareSchemes.map((scheme) => (
          <TextField {...field(scheme)} label={identifierSchemes[scheme]} optional width={20} key={scheme} />
        ))}
      </Details>
    </>
  );
}

const rareSchemes = ["GB-MPR", "GB-SC", "GB-NIC", "GB-NHS", "GB-LAE"] as const;

function WhereFields({ field, choices }: SectionFieldsProps) {
  return (
    <>
      <CheckboxesField
        {...field("isSystemWide")}
        label="Do you work in the whole area?"
        choices={[{ value: "yes", label: "Yes, in all of Norfolk and Waveney" }]}
      />
      <CheckboxesField
        {...field("places")}
        label="Places"
        optional
        hint="If you do not work everywhere: where people meet you or you come to them. The place network there looks after your record with you."
        choices={choices.places.map(choiceOf)}
      />
      <CheckboxesField
        {...field("districts")}
        label="Districts"
        optional
        hint="By council area"
        choices={choices.districts.map(choiceOf)}
        small
      />
      <CheckboxesField
        {...field("worksOnline")}
        label="Online or by phone"
        optional
        choices={[{ value: "yes", label: "People can use what we do from anywhere" }]}
      />
    </>
  );
}

const choiceOf = ({ slug, name }: { slug: string; name: string }) => ({ value: slug, label: name });
