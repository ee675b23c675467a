import * as v from "valibot";
import { mailPasswordReset } from "#app/domain/accounts/passwords/reset-password.server.ts";
import { mailSignInLink } from "#app/domain/accounts/sign-in/sign-in-link.server.ts";
import type { Job } from "../tasks.ts";

const Payload = v.object({ email: v.string(), next: v.optional(v.string(), "") });

/** Whether anybody has the address is looked up here, out of the asker's sight. */
export function mailSignInLinkJob({ db, now, payload }: Job): Promise<void> {
  const { email, next } = v.parse(Payload, payload);
  const ctx = { actor: { kind: "job", name: "mail sign-in link" } as const, db, now };
  return mailSignInLink(ctx, { email, next: next || null });
}

export function mailPasswordResetJob({ db, now, payload }: Job): Promise<void> {
  const { email } = v.parse(Payload, payload);
  return mailPasswordReset({ actor: { kind: "job", name: "mail password reset" }, db, now }, { email });
}
