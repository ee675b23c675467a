import type { ReactNode } from "react";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";

interface OneButtonProps {
  title: string;
  errors: Record<string, string> | undefined;
  button: string;
  /** Kept through the deed: where one wanted to go. */
  next?: string;
  children: ReactNode;
}

/** The page of a mailed link. Mail programs open links to look at them: only pressing the button does anything. */
export function OneButton({ title, errors, button, next, children }: OneButtonProps) {
  return (
    <Measure>
      <ErrorSummary errors={errors} />
      <PageHeading title={title} />
      {children}
      <form method="post">
        {next && <input type="hidden" name="next" value={next} />}
        <Button>{button}</Button>
      </form>
    </Measure>
  );
}

/** A link that is used, old or not whole. `children` say what to do instead. */
export function LinkGone({ children }: { children: ReactNode }) {
  return (
    <Measure>
      <PageHeading
        title="This link no longer works"
        lead={<p>It has been used already, it is too old, or part of it is missing.</p>}
      />
      {children}
    </Measure>
  );
}
