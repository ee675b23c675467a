import type { NamesBySlug } from "#app/domain/organisations/record/differences.ts";
import type { OrganisationRecord } from "#app/domain/organisations/record/record.ts";
import type { Registration } from "#app/domain/organisations/registration/registration.ts";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/kit/frame/page.tsx";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";
import { RecordSections } from "#app/ui/organisations/record-sections.tsx";

interface RegistrationAnswersProps {
  registration: Registration;
  record: OrganisationRecord;
  names: NamesBySlug;
  /** Whether each part leads to the page on which it is changed. */
  canChange?: boolean;
}

/** All that somebody who registers has answered. */
export function RegistrationAnswers({ registration, record, names, canChange }: RegistrationAnswersProps) {
  const { id, contactName, contactEmail, contactRole } = registration;
  return (
    <>
      <Section title="About you">
        <SummaryList
          rows={[
            { key: "Your name", value: contactName },
            { key: "E-mail address", value: contactEmail },
            { key: "What you do", value: contactRole },
          ]}
        />
        {canChange && (
          <p className="govuk-body">
            <a className="govuk-link" href={paths.registrationStep(id, "you")}>
              Change<span className="govuk-visually-hidden"> about you</span>
            </a>
          </p>
        )}
      </Section>
      <RecordSections
        record={record}
        names={names}
        {...(canChange && { editHref: (section) => paths.registrationStep(id, section) })}
      />
    </>
  );
}
