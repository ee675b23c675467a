import type { MetaFunction } from "@remix-run/node";
import { visitor } from "#app/http/gates.server.ts";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = visitor(async () => null);

export const meta: MetaFunction = () => [{ title: titleFor("Privacy") }];

export default function Privacy() {
  return (
    <Measure>
      <PageHeading
        title="Privacy"
        lead={<p>Looking for help is your own business. We keep it that way.</p>}
      />
      <Section title="If you are only looking">
        <p className="govuk-body">
          You need no account. There are no advertisements, no trackers and no cookies. Fonts and pictures
          come from this site, so nobody else learns that you were here.
        </p>
        <p className="govuk-body">
          What you search for is part of the page’s address, so that you can share or save it. On a shared
          computer it stays in the browser’s history: you may want to clear it.
        </p>
        <p className="govuk-body">
          The server keeps a short technical log (which page was asked for, when, and whether it worked) to
          find faults and to fend off attacks.
        </p>
      </Section>
      <Section title="If you have an account">
        <p className="govuk-body">
          We hold your name, your email address, your roles, and a record of the changes you make, because
          others must be able to see who published what. Your password is stored in a form that nobody can
          read. One cookie keeps you signed in; it goes when you sign out.
        </p>
      </Section>
      <Section title="What is public">
        <p className="govuk-body">
          Entries of organisations, services, events, groups and published meetings are public. Private and
          confidential entries of a connected calendar never leave it.
        </p>
      </Section>
    </Measure>
  );
}
