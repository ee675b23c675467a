import type { Letter } from "#app/domain/mail/letter.ts";
import { dayInWords } from "#app/domain/upkeep/day-in-words.ts";
import { paths } from "#app/paths.ts";

interface ToConfirm {
  noun: "organisation" | "service";
  name: string;
  dueOn: string;
}

interface Reminder {
  organisation: string;
  records: readonly ToConfirm[];
  today: string;
  token: string;
  /** They keep the record with an account of their own; otherwise it went to the record's own address. */
  isKeeper: boolean;
}

/** One letter for all that an organisation has to confirm, before the date or on it. */
export const reminderLetter = ({ organisation, records, today, token, isKeeper }: Reminder): Letter => ({
  kind: records.some(({ dueOn }) => dueOn <= today) ? "review due" : "review soon due",
  subject: `Is this still right? ${organisation}`,
  body: [
    `People find ${organisation} in our directory. Please look whether what it says is still right:`,
    { list: records.map((one) => lineOf(one, today)) },
    "The button shows what we have. One press there says that everything is still right: you need no password, and nothing changes before you press.",
    `${warning(records, today)} Later somebody who knows your area gets in touch, and in the end it leaves the search results.`,
  ],
  action: { label: "Look, and say that it is right", path: paths.confirm(token) },
  reason: whyYou(organisation, isKeeper),
});

/** A new link for one that was used, or too old. */
export const freshLinkLetter = (organisation: string, token: string, isKeeper: boolean): Letter => ({
  kind: "new link to confirm",
  subject: `Your new link: ${organisation}`,
  body: [
    `With this link you can look at what we say about ${organisation}, and confirm it. It works for 60 days.`,
  ],
  action: { label: "Look, and say that it is right", path: paths.confirm(token) },
  reason: `${whyYou(organisation, isKeeper)} Somebody with an earlier link asked for a new one.`,
});

/** Of what is overdue the page says so already. */
const warning = (records: readonly ToConfirm[], today: string): string =>
  records.some(({ dueOn }) => dueOn <= today)
    ? "Until there is an answer, the page says that it is not confirmed."
    : "Without an answer, the page says from that date that it was not confirmed.";

const lineOf = ({ noun, name, dueOn }: ToConfirm, today: string): string => {
  const what = noun === "service" ? `${name} (a service)` : name;
  const when = dueOn > today ? `please confirm by ${dayInWords(dueOn)}` : `was due on ${dayInWords(dueOn)}`;
  return `${what}: ${dueOn === today ? "due today" : when}`;
};

const whyYou = (organisation: string, isKeeper: boolean): string =>
  isKeeper
    ? `You get this mail because you keep the record of ${organisation}.`
    : `You get this mail because this is the address of ${organisation} in our directory, and nobody has an account for it.`;
