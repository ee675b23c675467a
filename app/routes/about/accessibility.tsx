import type { MetaFunction } from "@remix-run/node";
import { visitor } from "#app/http/gates.server.ts";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = visitor(async () => null);

export const meta: MetaFunction = () => [{ title: titleFor("Accessibility") }];

export default function Accessibility() {
  return (
    <Measure>
      <PageHeading
        title="Accessibility"
        lead={<p>We want everyone to be able to use this site, on whatever they have to hand.</p>}
      />
      <Section title="What you can do here">
        <ul className="govuk-list govuk-list--bullet">
          <li>use every page and form with a keyboard alone, or with a screen reader</li>
          <li>zoom to 400%, or read on a narrow phone, without scrolling sideways</li>
          <li>use your device’s dark mode, and your own colours, fonts and spacing</li>
          <li>use all of it with JavaScript turned off</li>
          <li>print any page, for yourself or for a notice board</li>
        </ul>
        <p className="govuk-body">
          The typeface is Atkinson Hyperlegible, drawn by the Braille Institute so that letters are hard to
          mistake for one another.
        </p>
      </Section>
      <Section title="How accessible it is">
        <p className="govuk-body">
          We aim for level AA of the Web Content Accessibility Guidelines, version 2.2. Each change to the
          site is checked by machine, in light and dark, on a narrow and a wide screen. Machines find only
          part of what can be wrong: the site has not yet been audited by people who use assistive technology
          every day.
        </p>
        <p className="govuk-body">What we know is not yet right:</p>
        <ul className="govuk-list govuk-list--bullet">
          <li>
            papers that other bodies attach to their meetings may be PDFs that screen readers struggle with
          </li>
          <li>
            on the map the towns are left out for screen readers; the list beside it holds the same places
          </li>
        </ul>
      </Section>
      <Section title="If something does not work for you">
        <p className="govuk-body">
          Tell the group or organisation whose page you are on: each shows how to get in touch. If they cannot
          put it right, the{" "}
          <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a> can
          advise you.
        </p>
      </Section>
    </Measure>
  );
}
