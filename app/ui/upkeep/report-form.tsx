import { reportChoices } from "#app/domain/cases/case.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { RadiosField } from "#app/ui/kit/forms/choice.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextareaField, TextField } from "#app/ui/kit/forms/field.tsx";
import { type FailedForm, fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import type { KeptNoun } from "#db/vocabulary-keeping.ts";

interface ReportFormProps {
  noun: KeptNoun;
  slug: string;
  name: string;
  isSent: boolean;
  /** What the words begin with, where that is known. */
  words?: string;
  failed: FailedForm | undefined;
}

const pages: Record<KeptNoun, (slug: string) => string> = {
  organisation: paths.organisation,
  service: paths.service,
  opportunity: paths.opportunity,
};

/** "Something is wrong here": for anybody, without an account. */
export function ReportForm({ noun, slug, name, isSent, words = "", failed }: ReportFormProps) {
  const page = { label: name, href: pages[noun](slug) };
  if (isSent && !failed) return <Thanks page={page} />;
  const field = fieldsOf(failed, { words });
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Something is wrong here"
        breadcrumbs={[page]}
        lead="Tell those who keep this page. You need no account, and you can stay unnamed."
      />
      <form method="post" noValidate>
        <RadiosField
          {...field("choice")}
          label="What is wrong?"
          choices={Object.entries(reportChoices).map(([value, label]) => ({ value, label }))}
        />
        <TextareaField
          {...field("words")}
          label="Tell us in a few words"
          hint="What you found, and what is right if you know it. Leave out anything private about other people."
          limit={2000}
        />
        <TextField
          {...field("email")}
          label="Your e-mail address"
          optional
          hint="Only if you want to hear what became of it. Those who keep the page see it, and can ask you about it."
          type="email"
          inputMode="email"
          autoComplete="email"
          width={30}
        />
        <Trap />
        <Button>Send</Button>
      </form>
    </Measure>
  );
}

/** Only what fills in forms by itself finds this field (app/http/reports/take-report.server.ts). */
function Trap() {
  return (
    <div className="govuk-visually-hidden" aria-hidden="true">
      <label htmlFor="homepage">Leave this empty</label>
      <input id="homepage" name="homepage" type="text" tabIndex={-1} autoComplete="off" />
    </div>
  );
}

function Thanks({ page }: { page: { label: string; href: string } }) {
  return (
    <Measure>
      <PageHeading
        title="Thank you for telling us"
        caption={page.label}
        breadcrumbs={[page]}
        lead="It goes to those who keep that page. If they do not see to it, it goes on to somebody who does."
      />
      <p className="govuk-body">
        If you left an address, a mail is on its way, and another once it is settled.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={page.href}>
          Back to {page.label}
        </a>
      </p>
    </Measure>
  );
}
