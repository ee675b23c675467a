import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { CheckboxesField } from "#app/ui/kit/forms/choice.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { type FailedForm, fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { PageHeading } from "#app/ui/kit/frame/page.tsx";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";

export interface RecordToConfirm {
  noun: "organisation" | "service";
  id: string;
  name: string;
  organisation: string;
  confirmedOn: string | null;
  dueOn: string;
  facts: readonly { label: string; value: string }[];
  /** The address of its page. */
  page: string;
}

interface ConfirmRecordsProps {
  organisation: string;
  records: readonly RecordToConfirm[];
  /** Where whoever keeps the record changes it. */
  changeAt: string;
  /** Whoever reads this can sign in; otherwise they first say that it is theirs. */
  hasAccount: boolean;
  failed: FailedForm | undefined;
}

/** What a mailed link opens: the record in short, and one button that says that it is right. */
export function ConfirmRecords(props: ConfirmRecordsProps) {
  const { organisation, records, changeAt, hasAccount, failed } = props;
  const [first] = records;
  const isOne = records.length === 1 && first;
  return (
    <>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Is this still right?"
        caption={organisation}
        lead="This is the main part of what people find in the directory. You need no password, and nothing changes before you press the button."
      />
      <form method="post" noValidate>
        {isOne ? <OneRecord record={first} /> : <RecordChoices records={records} failed={failed} />}
        <ButtonGroup>
          <Button>{isOne ? "Everything is still right" : "Everything ticked is still right"}</Button>
          <a className="govuk-link" href={changeAt}>
            Something has changed
          </a>
        </ButtonGroup>
        <p className="govuk-hint">
          {hasAccount
            ? "To change something you sign in, so that nobody else can."
            : "To change something, tell us first that this is yours. Then you can sign in."}
        </p>
      </form>
    </>
  );
}

function OneRecord({ record }: { record: RecordToConfirm }) {
  return (
    <>
      <h2 className="govuk-heading-m">{record.name}</h2>
      <SummaryList
        rows={[
          ...record.facts.map(({ label, value }) => ({ key: label, value })),
          { key: "Confirmed last", value: record.confirmedOn ? formatDay(record.confirmedOn) : "Never" },
        ]}
      />
      <p className="govuk-body">
        <WholePage record={record} />
      </p>
      <input type="hidden" name="records" value={record.id} />
    </>
  );
}

/** Boxes, all ticked, with what each record says in short. */
export function RecordChoices({
  records,
  failed,
  showOrganisation = false,
}: {
  records: readonly RecordToConfirm[];
  failed: FailedForm | undefined;
  showOrganisation?: boolean;
}) {
  const field = fieldsOf(failed, { records: records.map(({ id }) => id) });
  return (
    <CheckboxesField
      {...field("records")}
      label="What is still right"
      hint="Untick what is not. You can come back to it."
      choices={records.map((one) => ({
        value: one.id,
        label: labelOf(one, showOrganisation),
        hint: <InShort record={one} />,
      }))}
    />
  );
}

function labelOf({ noun, name, organisation }: RecordToConfirm, showOrganisation: boolean): string {
  if (noun === "organisation") return `${name}: the organisation itself`;
  return showOrganisation ? `${name}, ${organisation}` : name;
}

function InShort({ record }: { record: RecordToConfirm }) {
  const { facts, confirmedOn, dueOn } = record;
  return (
    <>
      {facts.map(({ label, value }) => (
        <span key={label}>
          {label}: {value}
          <br />
        </span>
      ))}
      {confirmedOn ? `Confirmed on ${formatDay(confirmedOn)}` : "Never confirmed"}, due on {formatDay(dueOn)}
      <br />
      <WholePage record={record} />
    </>
  );
}

function WholePage({ record: { page, name } }: { record: RecordToConfirm }) {
  return (
    <a className="govuk-link" href={page}>
      See the whole page<span className="govuk-visually-hidden"> of {name}</span>
    </a>
  );
}
