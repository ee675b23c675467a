import type { ReactNode } from "react";
import type { withGuides } from "#app/domain/calendars/doctor/advice.ts";
import { Details } from "#app/ui/kit/show/details.tsx";

type Guide = keyof typeof withGuides;

/** A word as it stands on a button or in a menu there. */
const Press = ({ children }: { children: string }) => <strong className="press">{children}</strong>;

const guides: Record<Guide, { title: string; steps: ReactNode[]; after?: ReactNode }> = {
  outlook: {
    title: "Outlook and Microsoft 365",
    steps: [
      <>Open Outlook in your web browser, not the program on your computer.</>,
      <>
        Press the wheel for <Press>Settings</Press> at the top, then <Press>Calendar</Press>, then{" "}
        <Press>Shared calendars</Press>.
      </>,
      <>
        Under <Press>Publish a calendar</Press> choose the calendar, and beside it{" "}
        <Press>Can view all details</Press>. Press <Press>Publish</Press>.
      </>,
      <>
        Two links appear. Press the one called <Press>ICS</Press>, then <Press>Copy link</Press>. The one
        called HTML is only for looking at it.
      </>,
    ],
    after:
      "If there is nothing to publish, your organisation has switched it off: ask whoever looks after your e-mail.",
  },
  google: {
    title: "Google Calendar",
    steps: [
      <>Open Google Calendar in your web browser, on a computer: the app on a phone does not show this.</>,
      <>
        On the left, point at the calendar, press the three dots, then <Press>Settings and sharing</Press>.
      </>,
      <>
        Go down to <Press>Integrate calendar</Press>.
      </>,
      <>
        Copy the <Press>Secret address in iCal format</Press>. Not the “Public URL”: that is a web page.
      </>,
    ],
  },
  nextcloud: {
    title: "Nextcloud",
    steps: [
      <>
        Open <Press>Calendar</Press>, and press the pencil beside the calendar’s name.
      </>,
      <>
        Press <Press>Share link</Press>, then the three dots beside it.
      </>,
      <>
        Press <Press>Copy subscription link</Press>.
      </>,
    ],
    after: "A calendar that must not be shared by a link can be connected as a CalDAV calendar instead.",
  },
  icloud: {
    title: "Apple iCloud",
    steps: [
      <>
        Open <Press>Calendar</Press> on an iPhone or Mac, and press the <Press>i</Press> or the waves beside
        the calendar’s name.
      </>,
      <>
        Switch on <Press>Public Calendar</Press>.
      </>,
      <>
        Press <Press>Share Link</Press>, then <Press>Copy</Press>. It begins with webcal://, which is fine.
      </>,
    ],
  },
  wordpress: {
    title: "A website with an events page",
    steps: [
      <>
        Open the page of events, and look for <Press>Subscribe to calendar</Press> or{" "}
        <Press>Export .ics file</Press>.
      </>,
      <>Copy where it leads: press it with the right button of the mouse, and choose to copy the link.</>,
      <>
        If the website uses The Events Calendar, its address is the page’s own with <Press>?ical=1</Press> at
        the end: example.org/events/?ical=1
      </>,
    ],
  },
};

/** Where people find the address of a calendar, in the words that stand on their screens. */
export function Guides({ open = null }: { open?: string | null | undefined }) {
  return (
    <>
      {Object.entries(guides).map(([key, { title, steps, after }]) => (
        <Details summary={title} open={key === open} key={key}>
          <ol className="govuk-list govuk-list--number">
            {steps.map((step, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity and pages do not hydrate
              <li key={place}>{step}</li>
            ))}
          </ol>
          {after && <p className="govuk-body">{after}</p>}
        </Details>
      ))}
    </>
  );
}
