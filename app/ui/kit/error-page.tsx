import type { ReactNode } from "react";
import type { Problem } from "./problem.ts";

interface ErrorPageProps {
  problem: Problem;
  /** What the server said about this very case, in words for people. */
  message?: string | undefined;
  requestId?: string | undefined;
  /** Where to go from here. */
  children?: ReactNode;
}

export function ErrorPage({ problem, message, requestId, children }: ErrorPageProps) {
  return (
    <div className="measure">
      <h1 className="govuk-heading-xl">{problem.title}</h1>
      {message && message !== problem.title && <p className="govuk-body-l">{message}</p>}
      <p className="govuk-body">{problem.advice}</p>
      {children}
      {requestId && problem.status >= 500 && (
        <p className="govuk-body-s">
          If you tell us about this, please quote <code>{requestId}</code>.
        </p>
      )}
    </div>
  );
}
