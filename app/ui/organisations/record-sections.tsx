import { type NamesBySlug, sectionInWords } from "#app/domain/organisations/record/differences.ts";
import {
  type OrganisationRecord,
  type RecordSection,
  recordSections,
  sectionNames,
} from "#app/domain/organisations/record/record.ts";
import { Section } from "#app/ui/kit/frame/page.tsx";
import { Prose } from "#app/ui/kit/show/prose.tsx";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";

interface RecordSectionsProps {
  record: OrganisationRecord;
  names: NamesBySlug;
  /** Where a section is changed; without it, the record is only shown. */
  editHref?: (section: RecordSection) => string;
}

/** A whole record in words, partners-only parts too: for those who keep it or decide about it. */
export function RecordSections({ record, names, editHref }: RecordSectionsProps) {
  return (
    <>
      {sectionNames.map((section) => (
        <Section title={recordSections[section]} key={section}>
          <SectionInWords section={section} fields={record[section]} names={names} />
          {editHref && (
            <p className="govuk-body">
              <a className="govuk-link" href={editHref(section)}>
                Change<span className="govuk-visually-hidden"> {recordSections[section].toLowerCase()}</span>
              </a>
            </p>
          )}
        </Section>
      ))}
    </>
  );
}

function SectionInWords<S extends RecordSection>(props: {
  section: S;
  fields: OrganisationRecord[S];
  names: NamesBySlug;
}) {
  const rows = sectionInWords(props.section, props.fields, props.names);
  if (rows.length === 0) return <p className="govuk-body">Nothing yet.</p>;
  return (
    <SummaryList rows={rows.map(({ label, value }) => ({ key: label, value: <Prose text={value} /> }))} />
  );
}
