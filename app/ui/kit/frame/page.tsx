import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "./breadcrumbs.tsx";

interface PageHeadingProps {
  title: string;
  /** A short line above the title: what kind of thing this is. */
  caption?: string | undefined;
  /** One or two plain sentences under the title. */
  lead?: ReactNode;
  breadcrumbs?: readonly Crumb[];
  /** Tags, dates or links that belong to the title. */
  children?: ReactNode;
}

export function PageHeading({ title, caption, lead, breadcrumbs = [], children }: PageHeadingProps) {
  return (
    <>
      <Breadcrumbs crumbs={breadcrumbs} />
      <header className="page-heading">
        {caption && <p className="page-heading__caption">{caption}</p>}
        <h1 className="govuk-heading-xl page-heading__title">{title}</h1>
        {lead && <div className="page-heading__lead">{lead}</div>}
        {children}
      </header>
    </>
  );
}

/** A part of a page under its own h2. `id` lets a link point at it. */
export function Section({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section className="section" id={id}>
      <h2 className="govuk-heading-l section__title">{title}</h2>
      {children}
    </section>
  );
}

/** What matters most beside what helps; on a narrow screen the aside follows, or leads when it filters. */
export function WithAside(props: { children: ReactNode; aside: ReactNode; asideFirst?: boolean }) {
  const aside = <div className="with-aside__aside">{props.aside}</div>;
  return (
    <div className={props.asideFirst ? "with-aside with-aside--first" : "with-aside"}>
      {props.asideFirst && aside}
      <div className="with-aside__main">{props.children}</div>
      {!props.asideFirst && aside}
    </div>
  );
}

/** Keeps running text at a width that reads well. */
export function Measure({ children }: { children: ReactNode }) {
  return <div className="measure">{children}</div>;
}
