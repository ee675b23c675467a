import type { ReactNode } from "react";
import { Section } from "#app/ui/kit/frame/page.tsx";

interface AddToCalendarProps {
  links: { address: string; apple: string; google: string; outlook: string; microsoft365: string };
}

/** The ways in which an address comes into somebody's own calendar, each with what will happen. */
export function AddToCalendar({ links }: AddToCalendarProps) {
  return (
    <>
      <Section title="Choose your calendar">
        <Way href={links.apple} label="Apple Calendar">
          On an iPhone, iPad or Mac, Calendar opens and asks. Changes then come by themselves every few hours.
        </Way>
        <Way href={links.google} label="Google Calendar">
          Google opens in your browser and asks you to add the calendar. Google looks for changes once or
          twice a day.
        </Way>
        <Way href={links.outlook} label="Outlook.com">
          For a private account, such as Hotmail. Outlook opens in your browser: press “Import”. It looks for
          changes every few hours.
        </Way>
        <Way href={links.microsoft365} label="Outlook at work or school">
          For Microsoft 365. Outlook opens in your browser: press “Import”. It looks for changes every few
          hours.
        </Way>
      </Section>
      <Section title="Any other calendar">
        <div className="govuk-form-group">
          <label className="govuk-label govuk-label--s" htmlFor="address">
            Copy the address
          </label>
          <div className="govuk-hint" id="address-hint">
            In your calendar choose “subscribe” or “add from the internet”, and paste it there.
          </div>
          <input
            className="govuk-input"
            id="address"
            type="text"
            readOnly
            defaultValue={links.address}
            aria-describedby="address-hint"
            data-copy="Copy"
          />
        </div>
      </Section>
    </>
  );
}

function Way({ href, label, children }: { href: string; label: string; children: ReactNode }) {
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={href} rel="noreferrer">
        <strong>{label}</strong>
      </a>
      <br />
      {children}
    </p>
  );
}
