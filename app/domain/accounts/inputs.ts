import * as v from "valibot";
import { oneAddress } from "#app/domain/shapes.ts";

/** An e-mail address as people type it: spaces around it do not count. */
export const Email = v.pipe(
  v.string("Enter your e-mail address"),
  v.trim(),
  v.nonEmpty("Enter your e-mail address"),
  v.maxLength(320, "The e-mail address is too long"),
  v.regex(oneAddress, "Enter an e-mail address in the form name@example.org"),
);

const Password = (missing: string) =>
  v.pipe(v.string(missing), v.nonEmpty(missing), v.maxLength(1000, "The password is too long"));

const Next = v.optional(v.string(), "");

export const SignIn = v.object({ email: Email, password: Password("Enter your password"), next: Next });

export const AskForLink = v.object({ email: Email, next: Next });

/** What is wrong with a password beside its length is said by the verb, which knows whose it is. */
export const NewPassword = v.object({ password: Password("Choose a password") });

export const ChangePassword = v.object({
  currentPassword: Password("Enter the password you have now"),
  password: Password("Choose a new password"),
});

export const ChangeEmail = v.object({ email: Email });

/** Six digits, or a recovery code; people type spaces and hyphens as they please. */
export const SecondStepCode = v.object({
  code: v.pipe(
    v.string("Enter the code"),
    v.transform((text) => text.replace(/[\s-]+/g, "").toUpperCase()),
    v.nonEmpty("Enter the code"),
    v.regex(/^(\d{6}|[0-9A-Z]{16})$/, "Enter the six digits, or a recovery code of 16 letters and digits"),
  ),
});

export const FinishSignIn = v.object({ ...SecondStepCode.entries, next: Next });

/** Erasing cannot be undone: the word has to be typed. */
export const EraseAccount = v.object({
  confirmation: v.pipe(
    v.string("Type the word ERASE"),
    v.trim(),
    v.check((text) => text.toUpperCase() === "ERASE", "Type the word ERASE to confirm"),
  ),
});

const PersonName = v.pipe(
  v.string("Enter a name"),
  v.trim(),
  v.nonEmpty("Enter a name"),
  v.maxLength(200, "The name must be 200 characters or fewer"),
);

const TheirEmail = v.pipe(
  v.string("Enter an e-mail address"),
  v.trim(),
  v.nonEmpty("Enter an e-mail address"),
  v.maxLength(320, "The e-mail address is too long"),
  v.regex(oneAddress, "Enter an e-mail address in the form name@example.org"),
);

export const AddPerson = v.object({ name: PersonName, email: TheirEmail });

export const InvitePerson = v.object({
  ...AddPerson.entries,
  role: v.picklist(["organisation-owner", "organisation-editor"], "Choose what they may do"),
});

export const GrantRole = v.object({
  role: v.picklist(
    ["administrator", "icb-staff", "group-lead", "secretariat", "organisation-owner", "organisation-editor"],
    "Choose a role",
  ),
  group: v.optional(v.pipe(v.string(), v.trim()), ""),
  organisation: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2000)), ""),
});

export const FindPeople = v.object({
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, "The search is too long.")), ""),
  page: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/), v.transform(Number)), "1"),
});
