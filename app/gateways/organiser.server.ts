import { type Env, env } from "#app/env.server.ts";

/** In whose name invitations go out. */
export interface Organiser {
  /** The origin of our pages. */
  site: string;
  /** Where answers go: each invitation's own address if answers are read here, else whom mails come from. */
  addressFor: (secret: string) => string;
  /** Whether answers that are mailed come back to us. */
  readsAnswers: boolean;
}

type Settings = Pick<Env, "PUBLIC_URL" | "MAIL_FROM" | "ANSWERS_ADDRESS">;

/** The organiser that the settings make. */
export function configuredOrganiser(settings: Settings = env): Organiser {
  const { PUBLIC_URL: site, MAIL_FROM, ANSWERS_ADDRESS: answers } = settings;
  const from = /<([^<>]+)>\s*$/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM;
  return {
    site,
    addressFor: (secret) => (answers ? answers.replace("@", `+${secret}@`) : from.trim()),
    readsAnswers: answers !== undefined,
  };
}
