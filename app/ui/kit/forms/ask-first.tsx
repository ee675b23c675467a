import type { ReactNode } from "react";
import type { Crumb } from "#app/ui/kit/frame/breadcrumbs.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { Button, ButtonGroup } from "./button.tsx";
import { ErrorSummary } from "./error-summary.tsx";

interface AskFirstProps {
  /** The question: "Take this down?" */
  title: string;
  /** What it is about, where the way down does not say it. */
  caption?: string;
  breadcrumbs?: readonly Crumb[];
  errors?: Record<string, string> | undefined;
  /** What will happen, and any fields. */
  children: ReactNode;
  button: string;
  manner?: "primary" | "warning";
  /** The way back without doing it. */
  keep: { label: string; href: string };
}

/** A page that asks before a deed is done, posted to its own address. */
export function AskFirst({ title, caption, breadcrumbs = [], errors, children, ...deed }: AskFirstProps) {
  return (
    <Measure>
      <ErrorSummary errors={errors} />
      <PageHeading title={title} caption={caption} breadcrumbs={breadcrumbs} />
      <form method="post" noValidate>
        {children}
        <ButtonGroup>
          <Button manner={deed.manner ?? "primary"}>{deed.button}</Button>
          <a className="govuk-link" href={deed.keep.href}>
            {deed.keep.label}
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}
