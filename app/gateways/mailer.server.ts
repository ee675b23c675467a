import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createTransport } from "nodemailer";
import { env } from "#app/env.server.ts";

export interface OutgoingMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** An invitation beside the words, as iCalendar. */
  calendar?: { method: "REQUEST" | "CANCEL"; text: string };
  /** The same at every attempt, so that a mail sent twice is seen as one. */
  messageId: string;
  /** Which letter it is; the outbox lists it. */
  kind: string;
}

export interface Mailer {
  /** Throws when the mail server refused it or was not there: try again later. */
  send(mail: OutgoingMail): Promise<void>;
}

export interface MailSettings {
  /** `smtp://user:password@host:587`, `smtps://…`; left out, mails go into a folder. */
  SMTP_URL?: string | undefined;
  MAIL_FROM: string;
  DATA_DIR: string;
}

/** SMTP when it is set, else an outbox folder that developers read at /dev/outbox. */
export function openMailer(settings: MailSettings = env): Mailer {
  return settings.SMTP_URL ? smtpMailer(settings.SMTP_URL, settings.MAIL_FROM) : outboxMailer(settings);
}

function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(url, { from });
  return {
    send: async ({ kind: _kind, calendar, ...mail }) => {
      // Nobody answers a machine's mail with "I am on holiday" (RFC 3834)
      const headers = { "Auto-Submitted": "auto-generated" };
      const icalEvent = calendar && icalEventOf(calendar);
      await transport.sendMail({ ...mail, from, headers, ...(icalEvent && { icalEvent }) });
    },
  };
}

/** The last alternative of the text, which Outlook and Gmail read, and a file besides, which all others can open. */
const icalEventOf = ({ method, text }: NonNullable<OutgoingMail["calendar"]>) => ({
  method,
  content: text,
  filename: method === "CANCEL" ? "cancelled.ics" : "invitation.ics",
});

function outboxMailer({ MAIL_FROM: from, DATA_DIR }: MailSettings): Mailer {
  const folder = outboxFolder(DATA_DIR);
  return {
    send: async (mail) => {
      mkdirSync(folder, { recursive: true });
      const name = `${Date.now()}-${mail.messageId.replace(/[^a-z0-9-]/gi, "").slice(0, 36)}.json`;
      // Under another name until it is whole: a reader never meets half a mail
      const draft = path.join(folder, `.${name}`);
      writeFileSync(draft, JSON.stringify({ ...mail, from, at: new Date().toISOString() }, null, 2));
      renameSync(draft, path.join(folder, name));
    },
  };
}

export interface OutboxMail extends OutgoingMail {
  id: string;
  from: string;
  at: string;
}

/** The mails of the outbox folder, newest first, at most 200; those to one address only, where it is given. */
export function readOutbox(to?: string, dataDir: string = env.DATA_DIR): OutboxMail[] {
  const folder = outboxFolder(dataDir);
  const names = namesIn(folder).toSorted().reverse();
  const mails = names.map((name) => ({
    ...(JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Omit<OutboxMail, "id">),
    id: name.replace(/\.json$/, ""),
  }));
  return mails.filter((mail) => !to || mail.to.toLowerCase() === to.toLowerCase()).slice(0, 200);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+-[\w-]+\.json$/.test(name));
  } catch {
    return [];
  }
}

const outboxFolder = (dataDir: string) => path.join(dataDir, "outbox");
