import { type ReactNode, useId } from "react";

interface NoticeProps {
  kind?: "important" | "success";
  /** The word in the bar: "Success" or "Important" unless told. */
  label?: string;
  children: ReactNode;
}

/** A message on top of the page: something has just been done, or must be known first. */
export function Notice({ kind = "important", label, children }: NoticeProps) {
  const titleId = `notice-${useId().replaceAll(":", "")}`;
  const success = kind === "success";
  const content = (
    <>
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>
          {label ?? (success ? "Success" : "Important")}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">{children}</div>
    </>
  );
  if (!success) {
    return (
      <section className="govuk-notification-banner" aria-labelledby={titleId}>
        {content}
      </section>
    );
  }
  return (
    <div
      className="govuk-notification-banner govuk-notification-banner--success"
      role="alert"
      aria-labelledby={titleId}
    >
      {content}
    </div>
  );
}

/** What was just done, on top of the page that shows it. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <Notice kind="success">
      <p className="govuk-notification-banner__heading">{children}</p>
    </Notice>
  );
}

/** A quieter aside within the text. */
export function Inset({ children }: { children: ReactNode }) {
  return <div className="govuk-inset-text">{children}</div>;
}

/** Something that may cost people dear if they miss it. */
export function Warning({ children }: { children: ReactNode }) {
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">Warning</span> {children}
      </strong>
    </div>
  );
}
