import * as v from "valibot";
import { Email } from "#app/domain/accounts/inputs.ts";
import { plainWords } from "#app/domain/plain-words.ts";
import type { OrganisationRecord, RecordAddress, RecordContact, RecordPhone } from "./record.ts";

/** How many phones and how many people a form or a row may carry: `phone1Number` … `phone12Number`. */
export const MOST_CONTACTS = 12;

/**
 * Ways to get in touch: a flat set of texts, as `contactValues` writes them. Whoever is named may be left for
 * partners only; a person of whom nobody said otherwise is.
 */
export const ContactInput = v.pipe(
  v.record(v.string(), v.string()),
  v.rawTransform(({ dataset, addIssue, NEVER }): OrganisationRecord["contact"] => {
    const given = dataset.value;
    const problems = new Map<string, string>();
    const read = new Reader(given, problems);
    const contact = {
      email: read.email("email"),
      emailIsPublic: read.isShown("emailShown", true),
      phones: slots.flatMap((slot) => readPhone(read, slot)),
      contacts: slots.flatMap((slot) => readPerson(read, slot)),
      address: readAddress(read),
      addressIsHidden: /^(yes|y|true|1|on)$/i.test(read.line("addressIsHidden")),
    };
    for (const [key, message] of problems) {
      addIssue({
        message,
        path: [{ type: "object", origin: "value", input: given, key, value: given[key] }],
      });
    }
    return problems.size > 0 ? NEVER : contact;
  }),
);

const slots = Array.from({ length: MOST_CONTACTS }, (_, at) => at + 1);

/** Reads single texts and remembers what is wrong with them. */
class Reader {
  constructor(
    readonly given: Record<string, string>,
    readonly problems: Map<string, string>,
  ) {}

  line(key: string, most = 200): string {
    const text = plainWords(this.given[key] ?? "").replace(/\s+/g, " ");
    if (text.length > most) this.problems.set(key, `Use no more than ${most} characters`);
    return text;
  }

  email(key: string): string | null {
    const text = this.line(key, 320);
    if (text === "") return null;
    if (!v.is(Email, text)) this.problems.set(key, "Enter an e-mail address in the form name@example.org");
    return text;
  }

  phone(key: string): string | null {
    const text = this.line(key, 60);
    if (text === "") return null;
    const digits = text.replace(/\D/g, "").length;
    if (digits < 3 || !/^[\d\s()+\-./]+$/.test(text))
      this.problems.set(key, "Enter a phone number, like 01603 960001");
    return text;
  }

  isShown(key: string, otherwise: boolean): boolean {
    const text = this.line(key).toLowerCase();
    if (text === "") return otherwise;
    return /^(yes|y|true|1|on|everybody|public)$/.test(text);
  }
}

function readPhone(read: Reader, slot: number): RecordPhone[] {
  const key = (part: string) => `phone${slot}${part}`;
  const number = read.phone(key("Number"));
  const description = read.line(key("Note"));
  const extension = read.line(key("Extension"), 20) || null;
  if (number === null) {
    if (description || extension)
      read.problems.set(key("Number"), "Enter the phone number that the note is for");
    return [];
  }
  return [{ number, extension, description, isPublic: read.isShown(key("Shown"), true) }];
}

function readPerson(read: Reader, slot: number): RecordContact[] {
  const key = (part: string) => `contact${slot}${part}`;
  const person = {
    name: read.line(key("Name")) || null,
    title: read.line(key("Role")) || null,
    email: read.email(key("Email")),
    phone: read.phone(key("Phone")),
  };
  if (!person.name && !person.title && !person.email && !person.phone) return [];
  if (!person.name && !person.title)
    read.problems.set(key("Name"), "Enter a name or a role for this contact");
  return [{ ...person, isPublic: read.isShown(key("Shown"), false) }];
}

function readAddress(read: Reader): RecordAddress | null {
  const address = {
    line: read.line("addressLine"),
    town: read.line("addressTown"),
    county: read.line("addressCounty"),
    postcode: readPostcode(read.line("addressPostcode")),
  };
  if (Object.values(address).every((text) => text === "")) return null;
  if (!address.line) read.problems.set("addressLine", "Enter the first line of the address");
  if (!address.town) read.problems.set("addressTown", "Enter the town or village");
  if (!isPostcode(address.postcode))
    read.problems.set("addressPostcode", "Enter a whole postcode, like NR2 1AB");
  return address;
}

const isPostcode = (text: string) => /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/.test(text);

/** "nr21ab" is NR2 1AB. */
function readPostcode(text: string): string {
  const packed = text.toUpperCase().replace(/\s/g, "");
  return packed.length > 3 ? `${packed.slice(0, -3)} ${packed.slice(-3)}` : packed;
}
