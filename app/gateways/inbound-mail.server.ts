import { SMTPServer } from "smtp-server";

export interface InboundMail {
  /** `lmtp://127.0.0.1:2424` or `smtp://…`; port 0 takes a free one. */
  at: string;
  largest: number;
  /** Whether mail to this address is taken; any other is refused, so nothing can be sent through us. */
  isOurs: (address: string) => boolean;
  /** Throws where the mail is to be brought again later. */
  receive: (raw: Uint8Array, recipients: string[]) => Promise<void>;
}

/** More recipients than an answer has. */
const MOST_RECIPIENTS = 5;

/** Listens for mails that a mail server hands over. It knows no passwords and passes nothing on. Throws where it cannot listen. */
export async function listenForMail({ at, largest, isOurs, receive }: InboundMail) {
  const { protocol, hostname, port } = new URL(at);
  const server = new SMTPServer({
    lmtp: protocol === "lmtp:",
    ...{ authOptional: true, disabledCommands: ["AUTH", "STARTTLS"], disableReverseLookup: true },
    ...{ size: largest, maxClients: 20, socketTimeout: 60_000, closeTimeout: 5_000 },
    onRcptTo: ({ address }, session, done) => {
      if (session.envelope.rcptTo.length >= MOST_RECIPIENTS) return done(refusal(452, "Too many recipients"));
      return done(isOurs(address) ? null : refusal(550, "No such address here"));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size <= largest) chunks.push(chunk);
      });
      stream.on("end", () => {
        if (size > largest) return done(refusal(552, "Too large"));
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        receive(Buffer.concat(chunks), recipients).then(
          () => done(),
          () => done(refusal(451, "Try again later")),
        );
      });
    },
  });
  // One connection that breaks is its own affair
  server.on("error", () => {});
  const bound = await new Promise<number>((resolve, reject) => {
    const listener = server.listen(Number(port), hostname.replace(/^\[|\]$/g, ""));
    listener.once("error", reject);
    listener.once("listening", () => resolve((listener.address() as { port: number }).port));
  });
  return { port: bound, stop: () => new Promise<void>((resolve) => server.close(resolve)) };
}

const refusal = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });
