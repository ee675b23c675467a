import { NotFound } from "#app/domain/errors.ts";
import { env } from "#app/env.server.ts";
import { type OutboxMail, readOutbox as readMails } from "#app/gateways/mailer.server.ts";

/**
 * The mails that wait in the outbox folder. They hold sign-in links: they are only for a site that has no mail
 * server and whose public address is this machine itself. Throws NotFound everywhere else.
 */
export function readOutbox(asked: URL, to?: string): OutboxMail[] {
  if (env.SMTP_URL || !isThisMachine(new URL(env.PUBLIC_URL)) || !isThisMachine(asked)) {
    throw new NotFound("that page");
  }
  return readMails(to);
}

const isThisMachine = ({ hostname }: URL) => ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
