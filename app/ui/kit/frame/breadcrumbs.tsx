export interface Crumb {
  label: string;
  href: string;
}

/** The way down to this page, without the page itself: its h1 says that. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  if (crumbs.length === 0) return null;
  return (
    <nav className="govuk-breadcrumbs" aria-label="Breadcrumb">
      <ol className="govuk-breadcrumbs__list">
        {crumbs.map(({ label, href }) => (
          <li className="govuk-breadcrumbs__list-item" key={href}>
            <a className="govuk-breadcrumbs__link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
