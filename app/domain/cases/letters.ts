import type { Letter, Piece } from "#app/domain/mail/letter.ts";
import { paths } from "#app/paths.ts";
import type { CaseKind, CaseLevel } from "#db/vocabulary-keeping.ts";
import type { CaseDetails } from "./case.ts";

/** What a letter to those whose turn it is says of a case. */
interface ToHandle {
  id: string;
  kind: CaseKind;
  level: CaseLevel;
  title: string;
  details: CaseDetails[CaseKind];
  organisation: { name: string };
  group: { name: string } | null;
}

const asks: Record<CaseKind, string> = {
  registration: "Please look at what it says about itself, then approve it, ask a question, or decline it.",
  claim: "Please check that they speak for the organisation, then approve it, ask a question, or decline it.",
  change: "The published record stays as it is until somebody approves the change.",
  report: "Please look whether they are right, mend the record if so, and say what you did.",
  stale:
    "Nobody has answered our reminders. Please get in touch with them. If all is right, you can confirm it for them.",
  "nobody-to-tell":
    "We have nobody to remind: no account and no e-mail address. Please find somebody who can keep it.",
};

const firsts: Record<CaseKind, string> = {
  registration: "A new organisation has registered.",
  claim: "Somebody says that this organisation is theirs.",
  change: "Somebody who keeps a record has changed it, and the change needs approval.",
  report: "Somebody says that something in a record is wrong.",
  stale: "A record has not been confirmed for a while.",
  "nobody-to-tell": "A record has not been confirmed, and nobody can be told.",
};

/** To everybody whose turn it is, when a case opens. */
export const toHandleLetter = (at: ToHandle): Letter => ({
  kind: "case to handle",
  subject: at.title,
  body: [firsts[at.kind], { quote: at.title }, ...saidIn(at), asks[at.kind]],
  action: { label: "Open the case", path: paths.case(at.id) },
  reason: whyYou(at),
});

/** What whoever reported something wrote. */
function saidIn({ details }: ToHandle): Piece[] {
  if (!("choice" in details) || details.words === "") return [];
  return ["This is what they wrote:", { quote: details.words }];
}

/** To the level above, when a case was passed on or nobody saw to it in time. */
export const climbedLetter = (at: ToHandle): Letter => ({
  kind: "case passed on",
  subject: `Passed on to you: ${at.title}`,
  body: ["This case has come up to you.", { quote: at.title }, ...saidIn(at), asks[at.kind]],
  action: { label: "Open the case", path: paths.case(at.id) },
  reason: whyYou(at),
});

/** To those whose turn it is, when whoever raised the case has answered their question. */
export const answeredLetter = (at: ToHandle, answer: string): Letter => ({
  kind: "case answered",
  subject: `Answer to your question: ${at.title}`,
  body: [`Your question about “${at.title}” has an answer:`, { quote: answer }],
  action: { label: "Open the case", path: paths.case(at.id) },
  reason: whyYou(at),
});

/** To whoever raised a case, with a question; the link is the permission to answer. */
export const questionLetter = (
  at: Pick<ToHandle, "kind" | "level" | "organisation" | "group">,
  question: string,
  path: string,
): Letter => ({
  kind: "question about a case",
  subject: `A question about ${at.organisation.name}`,
  body: [
    `Before we can go on with ${yours[at.kind]} ${at.organisation.name}, there is a question from ${whoAsks(at)}:`,
    { quote: question },
    "You need no account to answer. The link works once, for 30 days.",
  ],
  action: { label: "Answer the question", path },
  reason: `You get this mail because you sent us ${yours[at.kind]} ${at.organisation.name}.`,
});

function whoAsks({ level, organisation, group }: Pick<ToHandle, "level" | "organisation" | "group">): string {
  if (level === "owner") return `those who keep the record of ${organisation.name}`;
  return level === "lead" && group ? `the lead of ${group.name}` : "the Assembly team";
}

/** What the person sent us, before the organisation's name. */
const yours: Record<CaseKind, string> = {
  registration: "the registration of",
  claim: "the message that you speak for",
  change: "a change to the record of",
  report: "a report about the record of",
  stale: "the record of",
  "nobody-to-tell": "the record of",
};

function whyYou({ level, organisation, group }: ToHandle): string {
  if (level === "owner") return `You get this mail because you keep the record of ${organisation.name}.`;
  if (level === "lead" && group) return `You get this mail because you lead ${group.name}.`;
  return "You get this mail because you are on the Assembly team.";
}
