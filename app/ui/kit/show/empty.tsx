import type { ReactNode } from "react";

/** What to do when there is nothing to show: never a dead end. */
export function Empty({
  title,
  level = 2,
  children,
}: {
  title: string;
  level?: 2 | 3;
  children?: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty">
      <Heading className="govuk-heading-m">{title}</Heading>
      {children}
    </div>
  );
}
