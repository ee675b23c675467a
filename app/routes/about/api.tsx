import type { MetaFunction } from "@remix-run/node";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";

export const loader = visitor(async () => null);

export const meta: MetaFunction = () => [{ title: titleFor("Open data and calendars") }];

const SLUG = "norwich-place-network";

export default function Api() {
  return (
    <>
      <PageHeading
        title="Open data and calendars"
        lead={
          <p>Everything public here is yours to use: in a calendar, on your own site, in your own tools.</p>
        }
      />
      <Section title="Calendars">
        <Measure>
          <p className="govuk-body">
            Add one of these addresses to any calendar that can subscribe (“from URL”, “by link” or “internet
            calendar”). It keeps itself up to date.
          </p>
        </Measure>
        <SummaryList
          rows={[
            { key: "A group’s meetings", value: <code>/calendars/{"{group}"}.ics</code> },
            { key: "All in a place", value: <code>/calendars/places/{"{place}"}.ics</code> },
          ]}
        />
      </Section>
      <Section title="Data as JSON">
        <Measure>
          <p className="govuk-body">
            No key is needed and any site may call these addresses. Dates are <code>2026-11-05</code> and
            instants are in UTC, such as <code>2026-11-05T10:00:00Z</code>. A mistake in the address is
            answered with <code>{'{"error":{"status","message"}}'}</code>.
          </p>
        </Measure>
        <SummaryList
          rows={[
            {
              key: "Meetings",
              value: <Endpoint href={paths.api.meetings({ group: SLUG })} takes="group, place, from, to" />,
            },
            { key: "One meeting, with its agenda", value: <code>/api/meetings/{"{id}"}</code> },
            {
              key: "Events",
              value: <Endpoint href={paths.api.events({ place: "norwich" })} takes="place, from, to" />,
            },
            { key: "One event", value: <code>/api/events/{"{id}"}</code> },
            {
              key: "Search, in the order of the page",
              value: (
                <Endpoint
                  href={paths.api.search({ q: "lonely", near: "NR3" })}
                  takes="q, near, place, page"
                />
              ),
            },
          ]}
        />
      </Section>
      <Section title="Fair use">
        <Measure>
          <p className="govuk-body">
            Please keep what you fetch for a few minutes rather than asking for every visitor, and show when
            an entry was last confirmed.
          </p>
        </Measure>
      </Section>
    </>
  );
}

function Endpoint({ href, takes }: { href: string; takes: string }) {
  return (
    <>
      <a href={href}>
        <code>{href}</code>
      </a>
      <br />
      Takes: {takes}
    </>
  );
}
