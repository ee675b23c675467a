import PostalMime, { type Address, type Email } from "postal-mime";
import { Invalid } from "#app/domain/errors.ts";
import { type Reply, readReplies } from "./reply.ts";

/** Most bytes of a mail that is read: programs put pictures of signatures beside an answer. */
export const LARGEST_MAIL = 2_000_000;
const LARGEST_CALENDAR = 200_000;
/** Two megabytes in base64 have some 27,000; of empty lines the reader of mails needs much more time and memory than that. */
const MOST_LINES = 60_000;

/** A mail that is no answer to an invitation. The message says why, in words for a log: it names nobody. */
export class NotAnAnswer extends Invalid {
  override name = "NotAnAnswer";
}

/** What of a mail counts: whom it was addressed to, in lower case, and what it answers. */
export interface AnswerMail {
  recipients: string[];
  replies: Reply[];
}

/**
 * Reads a mail (RFC 6047): its `text/calendar` parts with METHOD REPLY or COUNTER. Reports of undelivered mail and
 * automatic replies are none, though some of them carry our own invitation back. Throws NotAnAnswer.
 */
export async function readAnswerMail(raw: Uint8Array): Promise<AnswerMail> {
  if (raw.length > LARGEST_MAIL) throw new NotAnAnswer("It is too large to be an answer.");
  if (hasMoreLines(raw, MOST_LINES)) throw new NotAnAnswer("It has too many lines to be an answer.");
  const mail = await parse(raw);
  refuseMachines(mail);
  const replies = mail.attachments.filter(isCalendar).flatMap(({ content }) => repliesOf(content));
  if (replies.length === 0) throw new NotAnAnswer("There is no answer to an invitation in it.");
  const named = [...(mail.to ?? []), ...(mail.cc ?? [])].flatMap(addressesOf);
  const delivered = headersOf(mail, "delivered-to", "x-original-to", "envelope-to");
  const all = [...named, ...delivered, ...replies.map(({ organizer }) => organizer)];
  return { recipients: [...new Set(all.map((address) => address.trim().toLowerCase()))], replies };
}

function hasMoreLines(raw: Uint8Array, most: number): boolean {
  let lines = 0;
  for (let at = raw.indexOf(10); at >= 0 && lines <= most; at = raw.indexOf(10, at + 1)) lines += 1;
  return lines > most;
}

async function parse(raw: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(raw, {
      // A mail within this one is somebody else's
      forceRfc822Attachments: true,
      maxNestingDepth: 20,
      maxHeadersSize: 200_000,
    });
  } catch {
    throw new NotAnAnswer("It cannot be read as a mail.");
  }
}

/** Google marks people's answers "auto-generated" too; what answers by itself is "auto-replied" (RFC 3834). */
function refuseMachines(mail: Email): void {
  const isReport = headersOf(mail, "content-type").some((type) => /^\s*multipart\/report\b/i.test(type));
  const isReplied = headersOf(mail, "auto-submitted").some((how) => /^\s*auto-replied\b/i.test(how));
  if (isReport) throw new NotAnAnswer("It is a report of a mail server.");
  if (isReplied) throw new NotAnAnswer("It is an automatic reply.");
}

const headersOf = (mail: Email, ...names: string[]): string[] =>
  mail.headers.filter(({ key }) => names.includes(key)).map(({ value }) => value);

const isCalendar = ({ mimeType }: Email["attachments"][number]) =>
  mimeType === "text/calendar" || mimeType === "application/ics";

function repliesOf(content: string | ArrayBuffer | Uint8Array): Reply[] {
  const text = typeof content === "string" ? content : new TextDecoder().decode(content);
  return text.length > LARGEST_CALENDAR ? [] : readReplies(text);
}

const addressesOf = (address: Address): string[] =>
  address.group ? address.group.map((one) => one.address ?? "") : [address.address ?? ""];
