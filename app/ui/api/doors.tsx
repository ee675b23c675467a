import { LAST_PAGE, MOST_COUNTED, PAGE_SIZE } from "#app/domain/search/limits.ts";
import { paths } from "#app/paths.ts";
import { Door } from "./door.tsx";
import * as example from "./examples.ts";

const SPAN = [
  { name: "from", means: "First day to include. Today, when left out." },
  { name: "to", means: "Last day to include." },
];
const PLACE = { name: "place", means: "A place by the name in its address: norwich." };

export function MeetingDoors() {
  return (
    <>
      <Door
        title="Meetings"
        address="/api/meetings"
        example={paths.api.meetings({ place: "norwich" })}
        takes={[{ name: "group", means: "A group by the name in its address." }, PLACE, ...SPAN]}
        answer={example.meetings}
      >
        <p className="govuk-body">
          <code>date</code> is the day of the meeting, and is always there. <code>start</code> is{" "}
          <code>null</code> for a meeting that begins when another ends; that one’s id is then in{" "}
          <code>onRiseOf</code>, if it is public. <code>movedFrom</code> is when a meeting was to begin before
          it last moved, or <code>null</code>. A <code>status</code> of <code>tentative</code> means it is
          provisional; <code>cancelled</code>, <code>postponed</code> or <code>withdrawn</code> (it has left
          the organiser’s calendar) that it will not take place then. <code>agendaUrl</code> is there once an
          agenda is published. After 500 meetings or so an answer ends with a whole day, and a{" "}
          <code>Link</code> header with <code>rel="next"</code> leads on.
        </p>
      </Door>
      <Door title="One meeting, with its agenda" address="/api/meetings/ID" answer={example.meeting} />
    </>
  );
}

export function EventDoors() {
  return (
    <>
      <Door
        title="What’s on"
        address="/api/events"
        example={paths.api.events({ place: "norwich" })}
        takes={[PLACE, ...SPAN]}
        answer={example.events}
      >
        <p className="govuk-body">
          At most 366 days at once, and a year when <code>to</code> is left out. For what lasts all day{" "}
          <code>start</code> and <code>end</code> are plain dates, and <code>end</code> is the day after the
          last. A <code>status</code> of <code>cancelled</code> means it will not take place. A very long
          answer ends after a whole day, and a <code>Link</code> header with <code>rel="next"</code> leads on;
          what is still running then comes again, with the same <code>id</code>.
        </p>
      </Door>
      <p className="govuk-body">
        One event is at <code>/api/events/ID</code>, as <code>{'{"event": {…}}'}</code>.
      </p>
    </>
  );
}

export function SearchDoor() {
  return (
    <Door
      title="Search, in the order of the page"
      address="/api/search"
      example={paths.api.search({ q: "lonely", near: "NR3" })}
      takes={[
        { name: "q", means: "What somebody needs, in their own words." },
        { name: "near", means: "A postcode, its first half, or a town: NR3." },
        PLACE,
        { name: "topic", means: "A topic by the name in the address of its results." },
        { name: "page", means: `A page of results, from 1 to ${LAST_PAGE}; ${PAGE_SIZE} are on each.` },
      ]}
      answer={example.search}
    >
      <p className="govuk-body">
        <code>total</code> counts to {MOST_COUNTED} and no further: where there are more,{" "}
        <code>totalIsCapped</code> is <code>true</code>. <code>page</code> is the page you asked for,{" "}
        <code>pages</code> how many there are. <code>distanceKm</code> is <code>null</code> without{" "}
        <code>near</code>, and for what is not at a venue.
      </p>
    </Door>
  );
}
