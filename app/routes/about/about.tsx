import type { MetaFunction } from "@remix-run/node";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = visitor(async () => null);

export const meta: MetaFunction = () => [{ title: titleFor("About") }];

export default function About() {
  return (
    <Measure>
      <PageHeading
        title="About Assembly"
        lead={
          <p>
            One place to find support in Norfolk and Waveney, and for the people who give it to be heard where
            decisions are made.
          </p>
        }
      />
      <Section title="Finding help">
        <p className="govuk-body">
          Thousands of charities, clubs and groups of neighbours help people here every day. Most of us have
          heard of only a few. <a href={paths.search()}>Tell us what you need in your own words</a>, or see{" "}
          <a href={paths.whatsOn()}>what’s on</a>. You need no account, and we do not ask who you are.
        </p>
        <p className="govuk-body">
          Each entry says which organisation it belongs to, and when they last confirmed it, if they have.
          Check with them before you set out.
        </p>
      </Section>
      <Section title="Being heard">
        <p className="govuk-body">
          Five place networks and the thematic forums bring charities and community groups together. What they
          raise goes to their place board or health and wellbeing partnership, onto an agenda, and its answer
          comes back. You can follow all of it: <a href={paths.groups()}>who meets</a>, and{" "}
          <a href={paths.meetings()}>when and about what</a>.
        </p>
      </Section>
      <Section title="In an emergency">
        <p className="govuk-body">
          This is a directory, not a helpline. If someone’s life is at risk call <a href="tel:999">999</a>.
          For urgent medical help, or in a mental health crisis, call <a href="tel:111">111</a>. You can call
          Samaritans at any time, free, on <a href="tel:116123">116 123</a>.
        </p>
      </Section>
      <Section title="For your own site or calendar">
        <p className="govuk-body">
          Meetings and events can be followed in any calendar, and the directory is{" "}
          <a href={paths.apiDocs()}>open data</a>.
        </p>
      </Section>
    </Measure>
  );
}
