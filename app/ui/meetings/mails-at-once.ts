import type { MailsAtOnce } from "#app/domain/meetings/invitations/count-invitations.server.ts";
import type { FollowKind } from "#db/vocabulary-diary.ts";

const count = (number: number, one: string, many: string) =>
  number === 1 ? `1 ${one}` : `${number} ${many}`;

/** What each way of following brings, and how many mails at once. `before` is how somebody follows now. */
export function followHints(mails: MailsAtOnce, before: FollowKind | null): Record<FollowKind, string> {
  const stopped = before === "invitations" ? ` ${stopInWords(mails)}` : "";
  return {
    news: `One mail for all that changed at once. Nothing when no meeting moves.${stopped}`,
    invitations:
      `Your calendar asks whether you take part, and a meeting that moves or is called off follows there. Each meeting is a mail of its own, as calendars want it. ${before === "invitations" ? "" : beginInWords(mails)}`.trim(),
  };
}

function beginInWords({ begin, later }: MailsAtOnce): string {
  const rest =
    later === 0
      ? ""
      : ` ${count(later, "later one follows as it comes", "later ones follow as they come")} near.`;
  if (begin === 0) return `None is to come in the next three months.${rest}`;
  return `${count(begin, "meeting is", "meetings are")} to come in the next three months: you get ${count(begin, "invitation", "invitations")} now.${rest}`;
}

/** What becomes of the invitations that somebody has. */
export function stopInWords({ stop }: MailsAtOnce): string {
  if (stop === 0) return "You have no invitation to a meeting to come, so nothing leaves your calendar.";
  return stop === 1
    ? "The meeting that you are invited to leaves your calendar: you get 1 mail that takes it out."
    : `The ${stop} meetings that you are invited to leave your calendar: you get ${stop} mails that take them out, one each.`;
}
