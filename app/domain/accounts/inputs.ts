import * as v from "valibot";

/** An e-mail address as people type it: spaces around it do not count. */
export const Email = v.pipe(
  v.string("Enter your e-mail address"),
  v.trim(),
  v.nonEmpty("Enter your e-mail address"),
  v.maxLength(320, "The e-mail address is too long"),
  v.regex(/^[^\s@]+@[^\s@]+$/, "Enter an e-mail address in the form name@example.org"),
);

export const SignIn = v.object({
  email: Email,
  password: v.pipe(
    v.string("Enter your password"),
    v.nonEmpty("Enter your password"),
    v.maxLength(1000, "The password is too long"),
  ),
  next: v.optional(v.string(), ""),
});
