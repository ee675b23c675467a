import type { MetaFunction } from "@remix-run/node";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Table } from "#app/ui/kit/show/table.tsx";

export const loader = visitor(async () => null);

export const meta: MetaFunction = () => [{ title: titleFor("Privacy") }];

/** What docs/decisions/014 decides, in the words of whom it is about. */
const KEPT = [
  [
    "Your name, address and roles",
    "As long as you have the account",
    "So that you can keep what you asked to keep",
  ],
  ["Your password and second step", "As long as you have the account", "In a form that nobody can read"],
  ["Where you are signed in", "30 days after the last use", "So that you can see it, and sign out"],
  ["Which mails we sent you, not their words", "12 months", "To answer whether we told you"],
  ["A registration that you began and never sent", "90 days", "So that you can go on with it"],
  [
    "Whether you come to a meeting, and what you were invited to",
    "12 months after the meeting",
    "So that a group knows who comes",
  ],
  [
    "Which groups you follow, and how",
    "Until you stop, or erase your account",
    "To tell you when a meeting moves or is called off",
  ],
  [
    "The secret address of your own calendar",
    "Until you renew it, or erase your account",
    "So that your calendar program can ask for your meetings without a password",
  ],
  [
    "The address, user name and app password of a calendar that you connected",
    "The password until it is disconnected; the rest stays, so that it can be connected again",
    "To read it. Address and password are encrypted, and once it is connected no page shows them",
  ],
  ["Who reported, claimed or asked something", "12 months after our answer", "To answer you"],
  [
    "How often something was tried, and from where",
    "About an hour, in a form that nobody can read",
    "Against attacks",
  ],
  ["Who changed what, and when", "As long as the entry", "Others must be able to see how it came about"],
] as const;

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
      <Section title="If you tell us that something is wrong">
        <p className="govuk-body">
          You need no account, and need not say who you are. If you leave an address, we use it to tell you
          what became of it, and those who look after the entry can see it.
        </p>
      </Section>
      <Section title="If you register an organisation or have an account">
        <p className="govuk-body">
          One cookie keeps you signed in for 30 days, or until you sign out; another lasts ten minutes while
          you type a code. Registering without an account, a cookie remembers which registration is yours on
          this device. That is all they do.
        </p>
        <Table
          caption="What we keep, how long, and why"
          columns={["What", "How long", "Why"]}
          rows={KEPT.map(([what, long, why]) => ({ key: what, cells: [what, long, why] }))}
        />
        <p className="govuk-body">
          The law that lets us is the UK GDPR, article 6: what you asked us to do (1)(b), and our interest,
          and everybody’s, in a directory that is safe and true (1)(f). We give nothing to anybody else.
        </p>
      </Section>
      <Section title="See it, take it, erase it">
        <p className="govuk-body">
          Signed in, you can <a href={paths.myData()}>see and download all that we hold about you</a>, and{" "}
          <a href={paths.erasure()}>erase your account</a> at once, without asking anybody; if you alone own
          an organisation’s entry, somebody takes it over or you archive it first. That a change was made, and
          what you published for an organisation or a group, stays without your name.
        </p>
        <p className="govuk-body">
          Left an address without having an account? Write to the Assembly team, at the address at the foot of
          this page, and they erase it. If you think we handle your data wrongly, you can complain to the
          Information Commissioner (ico.org.uk).
        </p>
      </Section>
      <Section title="What is public">
        <p className="govuk-body">
          Entries of organisations, services, events, groups and published meetings are public; contact
          details that an organisation keeps for partners, and the address of a refuge, are not. Private and
          confidential entries of a connected calendar are never shown.
        </p>
        <p className="govuk-body">
          Of a connected calendar we keep what becomes a meeting or an event: its title, time, place and
          description. Who was invited to it, and by whom, is left out before anything is kept; of a private
          entry we keep only its time and the number it is known by.
        </p>
      </Section>
    </Measure>
  );
}
