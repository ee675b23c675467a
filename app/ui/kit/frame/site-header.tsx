import type { ReactNode } from "react";

export interface SiteLink {
  label: string;
  href: string;
}

interface SiteHeaderProps {
  product: string;
  homeHref: string;
  links: readonly SiteLink[];
  /** The path of this page: its part of the site is marked in the menu. */
  path: string;
  /** The account's corner. */
  children?: ReactNode;
}

/**
 * The name, the way home and the menu. On a phone the menu is a popover, which browsers open without
 * JavaScript; one that knows no popovers shows the links straight away.
 */
export function SiteHeader({ product, homeHref, links, path, children }: SiteHeaderProps) {
  return (
    <header className="site-header">
      <div className="govuk-width-container site-header__row">
        <a className="site-header__home" href={homeHref}>
          <Mark />
          {product}
        </a>
        <button type="button" className="site-header__menu-button" {...{ popovertarget: "menu" }}>
          Menu
        </button>
        <nav className="site-menu" id="menu" aria-label="Main" {...{ popover: "auto" }}>
          <ul className="site-menu__list">
            {links.map(({ label, href }) => (
              <li key={href}>
                <a className="site-menu__link" href={href} aria-current={currentOf(href, path)}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
          {children && <div className="site-menu__account">{children}</div>}
        </nav>
      </div>
    </header>
  );
}

/** The page itself, or a page somewhere below it. */
function currentOf(href: string, path: string): "page" | "true" | undefined {
  if (path === href) return "page";
  return path.startsWith(`${href}/`) ? "true" : undefined;
}

/** Five gathered round: the same mark as public/favicon.svg. */
function Mark() {
  return (
    <svg className="site-header__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="6" r="4" />
      <circle cx="25.5" cy="12.9" r="4" />
      <circle cx="21.9" cy="24.1" r="4" />
      <circle cx="10.1" cy="24.1" r="4" />
      <circle cx="6.5" cy="12.9" r="4" />
      <circle className="site-header__heart" cx="16" cy="16" r="2.6" />
    </svg>
  );
}
