import type { OrganisationPage } from "#app/domain/organisations/find.server.ts";
import { paths } from "#app/paths.ts";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";
import { contactRows } from "./contact-details.tsx";
import { confirmedInWords, factRows } from "./organisation-facts.tsx";

interface OrganisationAsideProps {
  organisation: OrganisationPage;
  /** A plain day in London. */
  today: string;
  /** Whoever looks keeps this record. */
  isMine: boolean;
}

/** How to reach an organisation, what is known of it, and what to do if that is wrong. */
export function OrganisationAside({ organisation, today, isMine }: OrganisationAsideProps) {
  const { slug } = organisation;
  const links = [
    isMine
      ? { label: "Keep this record", href: paths.editOrganisation(slug) }
      : { label: "This is us: claim this record", href: paths.claimOrganisation(slug) },
    { label: "Something is wrong here", href: paths.report("organisation", slug) },
  ];
  return (
    <>
      <h2 className="govuk-heading-m">Get in touch</h2>
      <SummaryList rows={contactRows(organisation)} bordered={false} />
      <h2 className="govuk-heading-m">About</h2>
      <SummaryList rows={factRows(organisation)} bordered={false} />
      <p className="govuk-body">{confirmedInWords(organisation, today)}.</p>
      <ul className="govuk-list no-print">
        {links.map(({ label, href }) => (
          <li key={href}>
            <a className="govuk-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
