import type { HTMLInputTypeAttribute } from "react";
import { classNames } from "#app/ui/kit/class-names.ts";
import { FieldFrame, type FieldProps } from "./field-frame.tsx";
import { fieldId, oneOf } from "./form-state.ts";

interface TextFieldProps extends FieldProps {
  type?: HTMLInputTypeAttribute;
  /** In characters: a width that hints at the length of the answer. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  autoComplete?: string;
  inputMode?: "numeric" | "decimal" | "email" | "tel" | "url" | "search";
  maxLength?: number;
  spellCheck?: boolean;
  /** An address that is asked for likely duplicates while somebody types (`suggestions.ts`). */
  asksForDuplicates?: string;
}

export function TextField({ type = "text", width, ...props }: TextFieldProps) {
  return (
    <FieldFrame {...props}>
      {({ id, describedBy }) => (
        <input
          id={id}
          name={props.name}
          type={type}
          className={classNames(
            "govuk-input",
            width && `govuk-input--width-${width}`,
            props.error && "govuk-input--error",
          )}
          defaultValue={type === "password" ? "" : oneOf(props.value)}
          autoComplete={props.autoComplete}
          inputMode={props.inputMode}
          maxLength={props.maxLength}
          spellCheck={props.spellCheck}
          data-duplicates={props.asksForDuplicates}
          aria-describedby={describedBy}
          aria-invalid={props.error ? true : undefined}
        />
      )}
    </FieldFrame>
  );
}

/** One day, as `2026-11-05`. The browser offers its own picker. */
export function DateField(props: FieldProps) {
  return <TextField {...props} type="date" width={10} />;
}

interface TextareaFieldProps extends FieldProps {
  rows?: number;
  /** The most characters allowed. Counted aloud where JavaScript runs, said in words where it does not. */
  limit?: number;
}

export function TextareaField({ rows = 5, limit, ...props }: TextareaFieldProps) {
  const infoId = `${fieldId(props.name)}-info`;
  const field = (
    <FieldFrame {...props} {...(limit && { extraId: infoId })}>
      {({ id, describedBy }) => (
        <>
          <textarea
            id={id}
            name={props.name}
            rows={rows}
            className={classNames(
              "govuk-textarea",
              limit !== undefined && "govuk-js-character-count",
              props.error && "govuk-textarea--error",
            )}
            defaultValue={oneOf(props.value)}
            aria-describedby={describedBy}
            aria-invalid={props.error ? true : undefined}
          />
          {limit && (
            <div id={infoId} className="govuk-hint govuk-character-count__message">
              You can enter up to {limit.toLocaleString("en-GB")} characters
            </div>
          )}
        </>
      )}
    </FieldFrame>
  );
  if (!limit) return field;
  return (
    <div className="govuk-character-count" data-module="govuk-character-count" data-maxlength={limit}>
      {field}
    </div>
  );
}
