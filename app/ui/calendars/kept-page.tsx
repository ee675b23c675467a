import type { CalendarState } from "#app/domain/calendars/keeping/state.ts";
import { paths } from "#app/paths.ts";
import { Done, Notice } from "#app/ui/kit/show/notice.tsx";

/** The way down to a page of a calendar that asks before a deed. */
export const calendarCrumbs = ({ id, name }: { id: string; name: string }) => [
  { label: "Calendars", href: paths.calendars.all() },
  { label: name, href: paths.calendars.show(id) },
];

const done: Record<string, string> = {
  connect: "The calendar is connected. Its events are here.",
  run: "The calendar was read just now.",
  confirm: "Done: what the calendar holds now counts, and what is gone from it is withdrawn.",
  pause: "The calendar is paused. What it brought stays.",
  resume: "The calendar is read again from now on.",
  source: "The new address is saved. It is read within a minute.",
  upload: "The new file is taken.",
  groups: "The groups are saved.",
  rule: "The rule is saved. Meetings follow it.",
  venues: "The place is saved.",
  zone: "The time zone is saved, and the calendar was read again.",
  held: "The event waits no longer. Like every other one of this calendar it is shown where a rule takes it.",
};

/** What was asked for, and has yet to come, or did not happen. */
const notYet: Record<string, string> = {
  answered: "That event waits for nobody any more: somebody has seen to it.",
  busy: "It is being read already. Look again in a minute.",
  "confirm-later": "Your answer is kept. It counts when the calendar is next read, within a minute.",
  "upload-busy":
    "The file was not taken, because the calendar was being read at that moment. Please send it again.",
  "zone-later": "The time zone is saved. Times follow when the calendar is next read.",
};

/** On top of a calendar's page after a deed: what it did. A calendar that cannot be read says so itself. */
export function JustDone({ did, state }: { did: string | null; state: CalendarState }) {
  if (did === null || (did === "run" && state === "failing")) return null;
  if (done[did]) return <Done>{done[did]}</Done>;
  const text = notYet[did];
  if (!text) return null;
  return (
    <Notice>
      <p className="govuk-notification-banner__heading">{text}</p>
    </Notice>
  );
}
