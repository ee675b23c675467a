import type { ReactNode } from "react";
import type { Problem } from "./problem.ts";

interface ErrorPageProps {
  problem: Problem;
  /** What the server said about this very case, in words for people. */
  message?: string | undefined;
  requestId?: string | undefined;
  /** What the person had typed: shown whole, so that it can be copied. */
  typed?: readonly (readonly [name: string, words: string])[] | undefined;
  /** Where to go from here. */
  children?: ReactNode;
}

/** A field's name as people read it: "whyItMatters" is "Why it matters". */
function inWords(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[-_.]+/g, " ")
    .toLowerCase()
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function ErrorPage({ problem, message, requestId, typed = [], children }: ErrorPageProps) {
  return (
    <div className="measure">
      <h1 className="govuk-heading-xl">{problem.title}</h1>
      {message && message !== problem.title && <p className="govuk-body-l">{message}</p>}
      <p className="govuk-body">{problem.advice}</p>
      {typed.length > 0 && (
        <section aria-labelledby="typed">
          <h2 className="govuk-heading-m" id="typed">
            What you typed
          </h2>
          {typed.map(([name, words]) => (
            <div key={name}>
              <h3 className="govuk-heading-s">{inWords(name)}</h3>
              <pre className="typed-words">{words}</pre>
            </div>
          ))}
        </section>
      )}
      {children}
      {requestId && problem.status >= 500 && (
        <p className="govuk-body-s">
          If you tell us about this, please quote <code>{requestId}</code>.
        </p>
      )}
    </div>
  );
}
