import { kindWords } from "#app/domain/opportunities/kinds.ts";
import type { OpportunityFields } from "#app/domain/opportunities/opportunity.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { CheckboxesField } from "#app/ui/kit/forms/choice.tsx";
import { DateField, TextareaField, TextField } from "#app/ui/kit/forms/field.tsx";
import { type FailedForm, fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import type { OpportunityKind } from "#db/vocabulary.ts";

interface OpportunityFormProps {
  kind: OpportunityKind;
  places: readonly { slug: string; name: string }[];
  failed: FailedForm | null | undefined;
  /** What is kept now; nothing for a new one. */
  fields?: OpportunityFields;
  /** The stamp of what is kept now. */
  seen?: string;
  submit: string;
  /** Where not saving leads. */
  back: string;
}

type Field = ReturnType<typeof fieldsOf>;

/** Everything about an opportunity on one page; what is asked depends on its kind. */
export function OpportunityForm({
  kind,
  places,
  failed,
  fields,
  seen = "",
  submit,
  back,
}: OpportunityFormProps) {
  const field = fieldsOf(failed, fields && { ...fields, isOnline: fields.isOnline ? "yes" : "" });
  return (
    <form method="post" noValidate>
      <input type="hidden" name="seen" value={failed?.seen ?? failed?.values.seen ?? seen} />
      <What field={field} kind={kind} />
      <Where field={field} places={places} />
      <HowToApply field={field} kind={kind} />
      <When field={field} />
      <ButtonGroup>
        <Button>{submit}</Button>
        <a className="govuk-link" href={back}>
          Leave without saving
        </a>
      </ButtonGroup>
    </form>
  );
}

function What({ field, kind }: { field: Field; kind: OpportunityKind }) {
  const { titleHint, fact, factHint, factMissing } = kindWords[kind];
  return (
    <>
      <TextField {...field("title")} label="Title" hint={titleHint} />
      <TextareaField
        {...field("summary")}
        label="What it is, in one sentence"
        hint="People see this in lists"
        rows={2}
        limit={300}
      />
      <TextareaField {...field("description")} label="More about it" optional rows={8} limit={6000} />
      <TextField {...field("commitment")} label={fact} hint={factHint} optional={factMissing === null} />
    </>
  );
}

function Where({ field, places }: { field: Field; places: OpportunityFormProps["places"] }) {
  return (
    <>
      <CheckboxesField
        {...field("places")}
        label="Where it is"
        hint="Tick none if it is for all of Norfolk and Waveney"
        choices={places.map(({ slug, name }) => ({ value: slug, label: name }))}
        small
      />
      <CheckboxesField
        {...field("isOnline")}
        label="Can people take part online?"
        choices={[{ value: "yes", label: "Yes, online" }]}
        small
      />
    </>
  );
}

function HowToApply({ field, kind }: { field: Field; kind: OpportunityKind }) {
  return (
    <>
      <TextareaField
        {...field("howToApply")}
        label={kindWords[kind].apply}
        hint="Fill in at least one of this, the web page and the e-mail address"
        rows={3}
        limit={2000}
      />
      <TextField {...field("url")} label="Web page" optional type="url" inputMode="url" spellCheck={false} />
      <TextField
        {...field("email")}
        label="E-mail address"
        optional
        hint="Everybody can see it, so give one that is for work"
        type="email"
        inputMode="email"
        spellCheck={false}
      />
    </>
  );
}

function When({ field }: { field: Field }) {
  return (
    <>
      <DateField
        {...field("opensOn")}
        label="Opens on"
        optional
        hint="Leave this empty if it is open at once"
      />
      <DateField
        {...field("closesOn")}
        label="Closes on"
        optional
        hint="It closes by itself. Leave this empty if there is no closing date."
      />
      <TextField
        {...field("closesTime")}
        label="Closing time"
        optional
        hint="Such as 12:00 or 5pm. Without one it closes at the end of the day."
        width={10}
      />
    </>
  );
}
