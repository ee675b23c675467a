import { type ReportChoice, reportChoices } from "#app/domain/cases/case.ts";
import type { Letter } from "#app/domain/mail/letter.ts";

interface About {
  /** What the record is called. */
  name: string;
  /** Its page; null when it has none any more. */
  page: string | null;
}

const because = (name: string) =>
  `You get this mail because you told us that something is wrong with the page of ${name}, and left this address.`;

const lookAt = ({ page }: About) => (page ? { action: { label: "Look at the page", path: page } } : {});

/** At once, to whoever told us and left an address. */
export const reportReceivedLetter = (
  about: About,
  { choice, words }: { choice: ReportChoice; words: string },
): Letter => ({
  kind: "report received",
  subject: `Thank you for telling us about ${about.name}`,
  body: [
    `You told us about ${about.name}: ${lowerFirst(reportChoices[choice])}.`,
    { quote: words },
    "It went to those who keep that page. If they do not see to it, it goes on to somebody who knows the area, then to the Assembly team. You will hear from us what became of it.",
  ],
  reason: because(about.name),
});

export const reportResolvedLetter = (about: About, outcome: string): Letter => ({
  kind: "report resolved",
  subject: `What became of it: ${about.name}`,
  body: [
    `You told us that something was wrong with the page of ${about.name}. This is what was done:`,
    { quote: outcome },
    "Thank you for helping to keep it right.",
  ],
  ...lookAt(about),
  reason: because(about.name),
});

export const reportDeclinedLetter = (about: About, reason: string): Letter => ({
  kind: "report declined",
  subject: `What became of it: ${about.name}`,
  body: [
    `You told us that something was wrong with the page of ${about.name}. It was looked at, and nothing was changed. This is why:`,
    { quote: reason },
  ],
  ...lookAt(about),
  reason: because(about.name),
});

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
