import type { Venue } from "#app/domain/services/find.server.ts";
import { Prose } from "#app/ui/kit/show/prose.tsx";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";
import { PhoneLine } from "#app/ui/organisations/contact-details.tsx";
import { hasHours, OpeningTimes } from "./opening-times.tsx";

/** One venue: its address or that it is not published, the way there, and what to expect at the door. */
export function VenueDetails({ venue }: { venue: Venue }) {
  const { name, note, address, isHidden, transportation, accessibility, phones, hours, next } = venue;
  return (
    <div className="card">
      <h3 className="govuk-heading-m">{name || (isHidden ? "A private address" : address?.[0])}</h3>
      {note && <Prose text={note} />}
      <SummaryList
        bordered={false}
        rows={[
          {
            key: "Address",
            value: isHidden
              ? "Not published. Get in touch to find out where to go."
              : addressLines(address, name),
          },
          { key: "Open", value: hasHours(hours) && <OpeningTimes hours={hours} next={next} /> },
          { key: "Getting there", value: transportation && <Prose text={transportation} /> },
          { key: "Access", value: accessibility.length > 0 && <Access facts={accessibility} /> },
          { key: "Phone", value: phones.map((phone) => <PhoneLine phone={phone} key={phone.number} />) },
        ].filter(({ value }) => !Array.isArray(value) || value.length > 0)}
      />
    </div>
  );
}

function addressLines(address: string[] | null, name: string) {
  const lines = (address ?? []).filter((line) => line && line !== name);
  return lines.length > 0 && lines.map((line) => <div key={line}>{line}</div>);
}

function Access({ facts }: { facts: Venue["accessibility"] }) {
  return (
    <ul className="govuk-list">
      {facts.map(({ description, details, url }) => (
        <li key={description}>
          {url ? <a href={url}>{description}</a> : description}
          {details && `: ${details}`}
        </li>
      ))}
    </ul>
  );
}
