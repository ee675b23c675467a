import { TextField } from "#app/ui/kit/forms/field.tsx";
import type { FieldState } from "#app/ui/kit/forms/form-state.ts";

/** A code of the second step, or a recovery code in its place. */
export function CodeField(props: FieldState & { hint?: string }) {
  return (
    <TextField
      {...props}
      value=""
      label="Code"
      hint={props.hint ?? "Six digits, or one of your recovery codes"}
      autoComplete="one-time-code"
      spellCheck={false}
      width={20}
    />
  );
}
