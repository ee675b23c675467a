import type { MetaFunction } from "@remix-run/node";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Example } from "#app/ui/api/door.tsx";
import { EventDoors, MeetingDoors, SearchDoor } from "#app/ui/api/doors.tsx";
import * as example from "#app/ui/api/examples.ts";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";

export const loader = visitor(async () => null);

export const meta: MetaFunction = () => [{ title: titleFor("Open data and calendars") }];

export default function Api() {
  return (
    <Measure>
      <PageHeading
        title="Open data and calendars"
        lead={
          <p>Everything public here is yours to use: in a calendar, on your own site, in your own tools.</p>
        }
      />
      <Calendars />
      <Section title="Data as JSON">
        <p className="govuk-body">
          No key is needed, and a page of any site may call these addresses. What is not public is not there.
          Moments are in UTC, such as <code>2026-11-05T10:00:00Z</code>; days are plain dates in Norfolk and
          Waveney, such as <code>2026-11-05</code>. Anything that may be empty is <code>null</code> or{" "}
          <code>""</code>, never left out.
        </p>
        <MeetingDoors />
        <EventDoors />
        <SearchDoor />
      </Section>
      <Errors />
      <Stability />
      <ForOperators />
    </Measure>
  );
}

function Calendars() {
  return (
    <Section title="Calendars" id="calendars">
      <p className="govuk-body">
        Add one of these addresses to any calendar that can subscribe (“from URL”, “by link” or “internet
        calendar”). It keeps itself up to date; every <a href={paths.groups()}>group</a> and{" "}
        <a href={paths.places()}>place</a> has its link on its own page.
      </p>
      <SummaryList
        rows={[
          { key: "Meetings of a group", value: <code>/calendars/GROUP.ics</code> },
          { key: "Meetings and events in a place", value: <code>/calendars/places/PLACE.ics</code> },
          {
            key: "What an organisation puts on",
            value: <code className="anywhere">/calendars/organisations/SLUG.ics</code>,
          },
          {
            key: "What’s on, with the filters of its page or without",
            value: <code className="anywhere">/calendars/whats-on.ics?place=PLACE&amp;topic=TOPIC</code>,
          },
          { key: "One meeting", value: <code>/meetings/ID.ics</code> },
          { key: "One event, with all its dates", value: <code>/events/ID.ics</code> },
          {
            key: "Your own meetings",
            value: (
              <>
                <code>/calendars/mine/SECRET.ics</code>, a secret address that you find in{" "}
                <a href={paths.myCalendar()}>your account</a>
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Errors() {
  return (
    <Section title="When something is wrong" id="errors">
      <p className="govuk-body">
        The status says what kind of mistake it is, and the message says it in words: <strong>404</strong> for
        a place, group, topic or id that we do not know, <strong>405</strong> for anything but reading,{" "}
        <strong>422</strong> for a date or number that cannot be read, <strong>500</strong> for a fault of
        ours, <strong>503</strong> while our database cannot be reached (try again later).
      </p>
      <Example>{example.error}</Example>
    </Section>
  );
}

/** What those who build on the doors may rely on. */
function Stability() {
  return (
    <Section title="What you can rely on" id="stability">
      <ul className="govuk-list govuk-list--bullet">
        <li>Addresses, names of fields and their meaning stay. Ids are never given to anything else.</li>
        <li>New fields and new words for kinds and states may come: pass over what you do not know.</li>
        <li>
          If something must change all the same, the old way goes on working for six months, and this page
          says so first.
        </li>
      </ul>
      <p className="govuk-body">
        Please keep what you fetch for a few minutes rather than asking for every visitor of yours.
      </p>
    </Section>
  );
}

function ForOperators() {
  return (
    <Section title="For those who run this site" id="operators">
      <p className="govuk-body">
        <code>/healthz</code> answers 200 while the process runs; <code>/readyz</code> answers 200 once the
        database answers and its tables are up to date, and 503 until then. On the machine itself:
      </p>
      <Example>{example.commands}</Example>
    </Section>
  );
}
