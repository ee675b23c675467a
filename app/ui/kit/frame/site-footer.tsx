import { useDocumentFacts } from "./document-context.ts";
import type { SiteLink } from "./site-header.tsx";

/** What the site is, once more, and the pages about it. */
export function SiteFooter({ about, links }: { about: string; links: readonly SiteLink[] }) {
  const { contact } = useDocumentFacts();
  return (
    <footer className="site-footer">
      <div className="govuk-width-container site-footer__row">
        <p className="site-footer__about">
          {about}
          {contact && (
            <>
              {" "}
              Write to us at{" "}
              <a className="govuk-link govuk-link--text-colour" href={`mailto:${contact}`}>
                {contact}
              </a>
              .
            </>
          )}
        </p>
        <ul className="site-footer__links">
          {links.map(({ label, href }) => (
            <li key={href}>
              <a className="govuk-link govuk-link--text-colour" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
