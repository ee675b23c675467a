import { LEAST_CHARACTERS } from "#app/domain/accounts/passwords/password-rules.ts";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import type { FieldState } from "#app/ui/kit/forms/form-state.ts";

/** Says beforehand what a password has to be. */
export function NewPasswordField(props: FieldState) {
  return (
    <TextField
      {...props}
      label="New password"
      hint={`${LEAST_CHARACTERS} characters or more. Three words that have nothing to do with each other are easy to remember.`}
      type="password"
      autoComplete="new-password"
      width={20}
    />
  );
}
