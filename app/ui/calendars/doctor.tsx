import type { Checkup } from "#app/domain/calendars/doctor/check-source.server.ts";
import type { Way } from "#app/domain/calendars/doctor/inputs.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { RadiosField } from "#app/ui/kit/forms/choice.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { type FailedForm, fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";
import { comingInWords, LeftOut, PreviewList, takenInWords } from "./preview.tsx";
import { RuleFields } from "./rule-fields.tsx";
import { SourceForm } from "./source-form.tsx";

/** What the doors of the doctor answer. Without a check-up the source is asked for again. */
export interface DoctorPage extends FailedForm {
  owner: { noun: "group" | "organisation"; slug: string; name: string };
  how: Way;
  checkup: Checkup | null;
}

/** The feed doctor: what is wrong with a calendar, which of several is meant, or what would come in. */
export function Doctor({ page }: { page: DoctorPage }) {
  const { owner, how, checkup } = page;
  const advice = checkup?.advice;
  if (checkup?.preview) return <Examined page={page} checkup={checkup} preview={checkup.preview} />;
  return (
    <Measure>
      <ErrorSummary errors={page.errors} />
      <PageHeading
        breadcrumbs={crumbsOf(owner)}
        title={checkup?.choices.length ? "Which calendar?" : "Connect a calendar"}
      />
      {checkup && checkup.choices.length > 0 ? (
        <Choose page={page} checkup={checkup} />
      ) : (
        <SourceForm owner={nameOf(owner)} how={how} field={fieldsOf(page)} advice={advice} />
      )}
    </Measure>
  );
}

const nameOf = ({ noun, slug }: DoctorPage["owner"]) => `${noun}s/${slug}`;

/** The way down to every page on connecting a calendar. */
export function crumbsOf({ noun, slug, name }: DoctorPage["owner"]) {
  const href = noun === "group" ? paths.group(slug) : paths.organisation(slug);
  return [
    { label: "Calendars", href: paths.calendars.all() },
    { label: name, href },
  ];
}

/** The hidden fields that carry a check from page to page; what was named stays sealed. */
function Carried({ page, checkup }: { page: DoctorPage; checkup: Checkup }) {
  return (
    <>
      <input type="hidden" name="for" value={nameOf(page.owner)} />
      <input type="hidden" name="how" value={page.how} />
      <input type="hidden" name="sealed" value={checkup.sealed} />
    </>
  );
}

const TakeAnother = ({ owner }: Pick<DoctorPage, "owner">) => (
  <a className="govuk-link" href={paths.calendars.new({ for: nameOf(owner) })}>
    Take another one
  </a>
);

function Choose({ page, checkup }: { page: DoctorPage; checkup: Checkup }) {
  return (
    <form method="post" action={paths.calendars.check()} noValidate>
      <Carried page={page} checkup={checkup} />
      <RadiosField
        {...fieldsOf(page)("collection")}
        label="This account has several calendars"
        hint="You can connect another one afterwards."
        choices={checkup.choices.map(({ source, name, at }) => ({
          ...{ value: source, label: name },
          ...(at && { hint: at }),
        }))}
      />
      <ButtonGroup>
        <Button>Show what would come in</Button>
        <TakeAnother owner={page.owner} />
      </ButtonGroup>
    </form>
  );
}

function Examined({
  page,
  checkup,
  preview,
}: {
  page: DoctorPage;
  checkup: Checkup;
  preview: NonNullable<Checkup["preview"]>;
}) {
  const isGroup = page.owner.noun === "group";
  return (
    <Measure>
      <ErrorSummary errors={page.errors} />
      <PageHeading
        breadcrumbs={crumbsOf(page.owner)}
        title="This would come in"
        lead="Nothing is connected yet. Look whether dates and times are right."
      />
      <Facts checkup={checkup} preview={preview} group={isGroup ? page.owner.name : null} />
      <PreviewList preview={preview} isRuled={isGroup && (page.values.by ?? "all") !== "all"} />
      <LeftOut preview={preview} />
      <Section title="Connect it">
        <form method="post" action={paths.calendars.connect()} noValidate>
          <Carried page={page} checkup={checkup} />
          <ConnectFields page={page} preview={preview} checkup={checkup} />
          <ButtonGroup>
            <Button>Connect this calendar</Button>
            {isGroup && (
              <Button manner="secondary" action={paths.calendars.check()}>
                Show which events match
              </Button>
            )}
            <TakeAnother owner={page.owner} />
          </ButtonGroup>
        </form>
      </Section>
    </Measure>
  );
}

interface FactsProps {
  checkup: Checkup;
  preview: NonNullable<Checkup["preview"]>;
  /** Null for an organisation. */
  group: string | null;
}

function Facts({ checkup, preview, group }: FactsProps) {
  return (
    <SummaryList
      rows={[
        { key: "Calendar", value: preview.name },
        { key: "Kept in", value: checkup.program },
        { key: "Where", value: checkup.shown },
        {
          key: "Sign-in",
          value: checkup.needsSignIn ? "With the user name and password that you gave" : "None needed",
        },
        { key: "To come", value: comingInWords(preview) },
        { key: "Comes in", value: preview.toCome + preview.past > 0 && takenInWords(preview, group) },
      ]}
    />
  );
}

function ConnectFields({
  page,
  preview,
  checkup,
}: {
  page: DoctorPage;
  preview: NonNullable<Checkup["preview"]>;
  checkup: Checkup;
}) {
  // As long as a name may be: that of a file may be longer
  const initial = { name: (preview.name ?? checkup.shown).slice(0, 200), by: "all" };
  const values = Object.fromEntries(Object.entries(page.values).filter(([, value]) => value !== ""));
  const field = fieldsOf({ errors: page.errors, values: { ...initial, ...values } });
  return (
    <>
      {page.owner.noun === "group" && (
        <RuleFields field={field} group={page.owner.name} categories={preview.categories} />
      )}
      <TextField {...field("name")} label="Name" hint="What those who keep this calendar call it here" />
    </>
  );
}
