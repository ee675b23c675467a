import { LARGEST_MAIL, NotAnAnswer } from "#app/domain/meetings/invitations/answers/answer-mail.ts";
import { receiveAnswer } from "#app/domain/meetings/invitations/answers/receive-answer.server.ts";
import { env } from "#app/env.server.ts";
import { withDatabase } from "./database.ts";
import { type Command, Refused, TryAgain } from "./terminal.ts";

export const receive: Command = {
  help: `Usage: npm run assembly -- mail receive < MAIL

Reads one mail from standard input and keeps the answer to an invitation that is in it: for a mail server's
pipe, or a program that fetches from a mailbox. The setting ANSWERS_ADDRESS says where answers are to come.
A mail that is no answer is dropped, says why, and counts as done: nothing is ever sent back to its sender.
Ends with 75 ("try again later") when the database is not there.`,

  async run(_args, { say, now }) {
    const { ANSWERS_ADDRESS: answersAddress } = env;
    if (!answersAddress)
      throw new Refused("Set ANSWERS_ADDRESS first: the address that answers are to come to.");
    const raw = await readAll(process.stdin);
    try {
      await withDatabase(now, (ctx) => receiveAnswer(ctx, { raw, answersAddress }));
      say("The answer is kept.");
    } catch (error) {
      if (!(error instanceof NotAnAnswer))
        // Only its name: the words of a database hold what was to be kept, and go into a mail server's log
        throw new TryAgain(`It could not be kept now (${error instanceof Error ? error.name : "?"}).`);
      say(`Dropped. ${error.message}`);
    }
  },
};

/** One byte more than is read is enough to know that it is too large; the rest is let go, so that the pipe does not break. */
async function readAll(stream: AsyncIterable<Buffer>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    if (size <= LARGEST_MAIL) chunks.push(chunk);
    size += chunk.length;
  }
  return Buffer.concat(chunks).subarray(0, LARGEST_MAIL + 1);
}
