import { LARGEST_MAIL, NotAnAnswer } from "#app/domain/meetings/invitations/answers/answer-mail.ts";
import { receiveAnswer, secretIn } from "#app/domain/meetings/invitations/answers/receive-answer.server.ts";
import { env } from "#app/env.server.ts";
import { listenForMail } from "#app/gateways/inbound-mail.server.ts";
import type { Database } from "#db/client.server.ts";
import type { QueueLog } from "#db/queue/queue.server.ts";

type Settings = Pick<typeof env, "INBOUND_MAIL" | "ANSWERS_ADDRESS">;

/** Listens for answers to invitations until the answer is called; without INBOUND_MAIL and ANSWERS_ADDRESS it does nothing. */
export async function startInboundMail({ db }: { db: Database }, log: QueueLog, settings: Settings = env) {
  const { INBOUND_MAIL: at, ANSWERS_ADDRESS: answersAddress } = settings;
  if (!at || !answersAddress) return { port: 0, stop: async () => {} };
  const receive = async (raw: Uint8Array, recipients: string[]) => {
    const ctx = { actor: { kind: "job", name: "inbound mail" } as const, db, now: new Date() };
    try {
      await receiveAnswer(ctx, { raw, recipients, answersAddress });
    } catch (error) {
      const isDropped = error instanceof NotAnAnswer;
      // Of another error only its name: the words of a database hold what was to be kept
      if (isDropped) log("info", `A mail was dropped. ${error.message}`);
      else log("error", `A mail could not be kept, and waits (${error instanceof Error ? error.name : "?"})`);
      if (!isDropped) throw error;
    }
  };
  const isOurs = (address: string) => secretIn(address, answersAddress).length > 0;
  return listenForMail({ at, largest: LARGEST_MAIL, isOurs, receive });
}
