import { NotFound } from "#app/domain/errors.ts";
import { env } from "#app/env.server.ts";
import { type OutboxMail, readOutbox as readMails } from "#app/gateways/mailer.server.ts";

/**
 * The mails that wait in the outbox folder. They hold sign-in links: they are only for a site that has no mail
 * server and whose public address is this machine itself, and for a request that comes from it: whoever asks from
 * elsewhere may write any Host. Throws NotFound everywhere else.
 */
export function readOutbox({ url, address }: { url: URL; address: string }, to?: string): OutboxMail[] {
  const isHere = isThisMachine(new URL(env.PUBLIC_URL)) && isThisMachine(url) && isLoopback(address);
  if (env.SMTP_URL || !isHere) throw new NotFound("that page");
  return readMails(to);
}

const isThisMachine = ({ hostname }: URL) => ["localhost", "127.0.0.1", "[::1]"].includes(hostname);

const isLoopback = (address: string) => address === "::1" || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address);
