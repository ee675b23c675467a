import * as v from "valibot";
import { deliverMail } from "#app/domain/mail/deliver-mail.server.ts";
import { env } from "#app/env.server.ts";
import { openMailer } from "#app/gateways/mailer.server.ts";
import type { Job } from "../tasks.ts";

const Payload = v.object({ id: v.pipe(v.string(), v.uuid()) });

/** One mail a job: what a mail server refuses is tried again by itself, later and later. */
export function deliverMailJob({ db, now, payload }: Job): Promise<void> {
  const { id } = v.parse(Payload, payload);
  mailer ??= openMailer();
  return deliverMail({ actor: { kind: "job", name: "deliver mail" }, db, now }, id, mailer, env.PUBLIC_URL);
}

let mailer: ReturnType<typeof openMailer> | undefined;
