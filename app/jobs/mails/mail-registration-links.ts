import * as v from "valibot";
import { mailRegistrationLinks } from "#app/domain/organisations/registration/registration-links.server.ts";
import type { Job } from "../tasks.ts";

const Payload = v.object({ email: v.string() });

/** Whether anybody has begun with the address is looked up here, out of the asker's sight. */
export function mailRegistrationLinksJob({ db, now, payload }: Job): Promise<void> {
  const { email } = v.parse(Payload, payload);
  return mailRegistrationLinks({ actor: { kind: "job", name: "mail registration links" }, db, now }, email);
}
