import { createTransport } from "nodemailer";

export interface AnswerWords {
  uid: string;
  to: string;
  attendee: string;
  partstat: string;
  sequence?: number;
  stamp?: string;
  method?: string;
  comment?: string;
}

/** An iTIP answer, folded and in the order in which Google writes it. */
export function replyText(words: AnswerWords): string {
  const { uid, to, attendee, partstat, sequence = 0, stamp = "20260414T083000Z", method = "REPLY" } = words;
  return [
    ...[
      "BEGIN:VCALENDAR",
      "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
      "VERSION:2.0",
      "CALSCALE:GREGORIAN",
    ],
    ...[`METHOD:${method}`, "BEGIN:VEVENT", "DTSTART:20260611T090000Z", `DTSTAMP:${stamp}`],
    `ORGANIZER;CN="Norwich: the Place Network":mailto:${to.slice(0, 12)}`,
    ` ${to.slice(12)}`,
    `UID:${uid}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${partstat};CN=Zoë;X-NUM-GUESTS=0:mailto:${attendee}`,
    ...(words.comment ? [`COMMENT:${words.comment}`] : []),
    ...[`SEQUENCE:${sequence}`, "STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR", ""],
  ].join("\r\n");
}

/** The same as a mail: Google and Outlook send it as an alternative, Apple Mail as an attachment alone. */
export async function replyMail(
  words: AnswerWords,
  {
    as = "alternative",
    headers = {},
  }: { as?: "alternative" | "attachment"; headers?: Record<string, string> } = {},
): Promise<Buffer> {
  const content = replyText(words);
  const method = words.method ?? "REPLY";
  const part =
    as === "alternative"
      ? { icalEvent: { method, content } }
      : { attachments: [{ filename: "reply.ics", contentType: `text/calendar; method=${method}`, content }] };
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    ...{
      from: words.attendee,
      to: words.to,
      subject: "Accepted: Quarterly meeting",
      text: "Zoë has accepted.",
    },
    ...{ headers, ...part },
  });
  return message as Buffer;
}
