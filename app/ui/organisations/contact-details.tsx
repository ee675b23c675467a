import type { Contact, Phone } from "#app/domain/organisations/contact-details.server.ts";
import { Tag } from "#app/ui/kit/show/tag.tsx";

/** A number to tap on a phone; one for partners says so. */
export function PhoneLine({ phone }: { phone: Phone }) {
  const { number, extension, description, isPublic } = phone;
  return (
    <>
      <a className="govuk-link" href={`tel:${number.replaceAll(/[^\d+]/g, "")}`}>
        {number}
      </a>
      {extension && ` extension ${extension}`}
      {description && ` (${description})`}
      {!isPublic && <ForPartners />}
    </>
  );
}

/** Somebody to turn to, with each way to reach them but the address that stands above already. */
export function ContactLines({ contact, known }: { contact: Contact; known: string | null }) {
  const { name, title, phones, isPublic } = contact;
  const email = contact.email === known ? null : contact.email;
  return (
    <li>
      {[name, title].filter(Boolean).join(", ")}
      {!isPublic && <ForPartners />}
      {email && (
        <div>
          <a className="govuk-link" href={`mailto:${email}`}>
            {email}
          </a>
        </div>
      )}
      {phones.map((phone) => (
        <div key={phone.number}>
          <PhoneLine phone={phone} />
        </div>
      ))}
    </li>
  );
}

function ForPartners() {
  return (
    <>
      {" "}
      <Tag colour="purple">Partners only</Tag>
    </>
  );
}

interface ContactRowsProps {
  phones: readonly Phone[];
  email: string | null;
  website: string | null;
  contacts: readonly Contact[];
  address?: { line: string; town: string; county: string; postcode: string } | null;
}

/** Ways to get in touch as rows of a `SummaryList`; those that are not known are left out by it. */
export function contactRows({ phones, email, website, contacts, address }: ContactRowsProps) {
  return [
    {
      key: "Phone",
      value:
        phones.length > 0 &&
        phones.map((phone) => (
          <div key={phone.number}>
            <PhoneLine phone={phone} />
          </div>
        )),
    },
    { key: "E-mail", value: email && <a href={`mailto:${email}`}>{email}</a> },
    {
      key: "Website",
      value: website && (
        <a className="govuk-link web-address" href={website}>
          {website.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "")}
        </a>
      ),
    },
    {
      key: "Address",
      value:
        address && [address.line, address.town, address.county, address.postcode].filter(Boolean).join(", "),
    },
    {
      key: "People",
      value: contacts.length > 0 && (
        <ul className="govuk-list">
          {contacts.map((contact) => (
            <ContactLines contact={contact} known={email} key={`${contact.name} ${contact.email}`} />
          ))}
        </ul>
      ),
    },
  ];
}
