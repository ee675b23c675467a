import type { ReactNode } from "react";
import { classNames } from "#app/ui/kit/class-names.ts";
import { type FieldState, fieldId } from "./form-state.ts";

export interface FieldProps extends Partial<FieldState> {
  name: string;
  label: string;
  hint?: ReactNode;
  /** `l` or `m` when the label is the question of the page; its text is then larger. */
  labelSize?: "l" | "m" | undefined;
  /** Says "(optional)" after the label: mark what may be left out, not what must be there. */
  optional?: boolean | undefined;
  /** For one of several sets that share a name: ids stay apart. The first keeps the name's own. */
  id?: string | undefined;
  /** Leaves the legend to screen readers, where something above it already says it. */
  labelHidden?: boolean | undefined;
}

export interface FieldIds {
  id: string;
  describedBy: string | undefined;
}

/** Label, hint and error around one control, tied together by ids. */
export function FieldFrame(props: FieldProps & { extraId?: string; children: (ids: FieldIds) => ReactNode }) {
  const { name, label, hint, error, labelSize } = props;
  const id = fieldId(name);
  return (
    <div className={classNames("govuk-form-group", error && "govuk-form-group--error")}>
      <label className={classNames("govuk-label", labelSize && `govuk-label--${labelSize}`)} htmlFor={id}>
        {label}
        {props.optional && " (optional)"}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {props.children({ id, describedBy: describedBy(id, hint, error, props.extraId) })}
    </div>
  );
}

/** The same around a set of radios or checkboxes, where the legend takes the label's part. */
export function FieldsetFrame(props: FieldProps & { children: (id: string) => ReactNode }) {
  const { name, label, hint, error, labelSize = "s", labelHidden } = props;
  const id = props.id ?? fieldId(name);
  return (
    <div className={classNames("govuk-form-group", error && "govuk-form-group--error")}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(id, hint, error)}>
        <legend
          className={
            labelHidden
              ? "govuk-visually-hidden"
              : `govuk-fieldset__legend govuk-fieldset__legend--${labelSize}`
          }
        >
          {label}
          {props.optional && " (optional)"}
        </legend>
        <HintAndError id={id} hint={hint} error={error} />
        {props.children(id)}
      </fieldset>
    </div>
  );
}

function HintAndError(props: { id: string; hint: ReactNode; error: string | undefined }) {
  return (
    <>
      {props.hint && (
        <div id={`${props.id}-hint`} className="govuk-hint">
          {props.hint}
        </div>
      )}
      {props.error && (
        <p id={`${props.id}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {props.error}
        </p>
      )}
    </>
  );
}

function describedBy(id: string, hint: ReactNode, error: string | undefined, extraId?: string) {
  return classNames(hint ? `${id}-hint` : "", error ? `${id}-error` : "", extraId) || undefined;
}
