import { classNames } from "#app/ui/kit/class-names.ts";
import { FieldFrame, type FieldProps } from "./field-frame.tsx";

/** A file to send; its form needs `encType="multipart/form-data"`. */
export function FileField({ accept, ...props }: FieldProps & { accept?: string }) {
  return (
    <FieldFrame {...props}>
      {({ id, describedBy }) => (
        <input
          id={id}
          name={props.name}
          type="file"
          accept={accept}
          className={classNames("govuk-file-upload", props.error && "govuk-file-upload--error")}
          aria-describedby={describedBy}
          aria-invalid={props.error ? true : undefined}
        />
      )}
    </FieldFrame>
  );
}
