export interface KeeperLink {
  label: string;
  href: string;
}

/** What may be done with one record, in a row; `about` tells records apart for those who hear a page as its links. */
export function KeeperLinks({ links, about }: { links: readonly KeeperLink[]; about: string }) {
  return (
    <ul className="card__facts">
      {links.map(({ label, href }) => (
        <li key={href}>
          <a className="govuk-link" href={href}>
            {label}
            <span className="govuk-visually-hidden">: {about}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
