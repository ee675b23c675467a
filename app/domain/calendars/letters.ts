import type { Letter } from "#app/domain/mail/letter.ts";
import { paths } from "#app/paths.ts";
import type { FailureKind, HoldReason } from "#db/vocabulary-diary.ts";

interface About {
  calendarId: string;
  name: string;
}

/** What its keeper can do about a failure, in plain words. */
const advice: Record<FailureKind, string> = {
  unreachable:
    "Look whether the calendar opens at its address. If it has moved, give us the new address; if not, there is nothing to do.",
  busy: "There is nothing to do: we ask less often now. Should it go on, ask whoever runs that website.",
  refused:
    "Look whether the calendar is still shared with everybody who has its address, or whether its app password has changed, and give us the new one.",
  gone: "Look whether the calendar was moved or is no longer published, and give us its new address.",
  "not-a-calendar":
    "Look whether the address still leads to the calendar itself (it often ends in .ics) and not to a web page or a sign-in page.",
  forbidden:
    "As long as that is so, we may not read it. Mend it there, or give us another address of the calendar.",
  secret: "Connect the calendar again: its address and password have to be typed in anew.",
};

/** One letter after the third failure in a row (calendar case 64). What the calendar said last goes on being shown. */
export const brokenLetter = (
  { calendarId, name }: About,
  { problem, since, kind }: { problem: string; since: string; kind: FailureKind },
): Letter => ({
  kind: "calendar broken",
  subject: `We cannot read your calendar: ${name}`,
  body: [
    `Since ${since} we cannot read the calendar “${name}”. What went wrong:`,
    { quote: problem },
    "Everything that it said before is still shown, but changes made in it since then are not.",
    advice[kind],
    "We go on trying, and will tell you once when it works again.",
  ],
  action: { label: "Look at the calendar", path: paths.calendars.show(calendarId) },
  reason: why(name),
});

/** Only to those who were told that it could not be read. */
export const healedLetter = ({ calendarId, name }: About, since: string): Letter => ({
  kind: "calendar works again",
  subject: `Your calendar works again: ${name}`,
  body: [
    `The calendar “${name}”, which could not be read since ${since}, was read again. What changed in it meanwhile is shown now.`,
    "There is nothing left to do.",
  ],
  action: { label: "Look at the calendar", path: paths.calendars.show(calendarId) },
  reason: why(name),
});

/** One letter for each reading that is held (calendar cases 65 and 66). */
export const heldLetter = (
  { calendarId, name }: About,
  { reason, vanishing, ofToCome }: { reason: HoldReason; vanishing: number; ofToCome: number },
): Letter => ({
  kind: "calendar held",
  subject: `Is this right? ${name}`,
  body: [
    reason === "emptied"
      ? `The calendar “${name}” suddenly holds nothing that is still to come. ${ofToCome === 1 ? "The one date that we know of would be withdrawn." : `All ${ofToCome} dates that we know of would be withdrawn.`}`
      : `${vanishing} of the ${ofToCome} dates still to come in the calendar “${name}” are suddenly gone from it, and would be withdrawn.`,
    "That may be a mistake of the program that keeps it, so we have changed nothing yet.",
    reason === "emptied"
      ? "If it says the same an hour from now, we believe it. If it is right, you can say so at once; if it is not, put the calendar right and nothing has happened."
      : "If it is right, please say so. If it is not, put the calendar right and nothing has happened.",
  ],
  action: { label: "Look, and say that it is right", path: paths.calendars.show(calendarId) },
  reason: why(name),
});

const why = (name: string): string =>
  `You get this mail because you connected the calendar “${name}”, or keep what it is for.`;
