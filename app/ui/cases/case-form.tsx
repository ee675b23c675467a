import { paths } from "#app/paths.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextareaField } from "#app/ui/kit/forms/field.tsx";
import { type FailedForm, fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";

interface CaseFormProps {
  id: string;
  /** What the case is about. */
  title: string;
  heading: string;
  failed: FailedForm | undefined;
  field: string;
  label: string;
  hint: string;
  button: string;
  manner?: "primary" | "warning";
}

/** A deed on a case that takes some words. */
export function CaseForm({ id, title, heading, failed, field, label, hint, button, manner }: CaseFormProps) {
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title={heading}
        caption={title}
        breadcrumbs={[
          { label: "Cases", href: paths.cases() },
          { label: title, href: paths.case(id) },
        ]}
      />
      <form method="post" noValidate>
        <TextareaField {...fieldsOf(failed)(field)} label={label} hint={hint} limit={2000} />
        <ButtonGroup>
          <Button manner={manner ?? "primary"}>{button}</Button>
          <a className="govuk-link" href={paths.case(id)}>
            Back to the case
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}
