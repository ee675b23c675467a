import { identifierSchemes, wordsOf } from "#db/vocabulary.ts";
import type { OrganisationRecord, RecordSection } from "./record.ts";

/** A section's fields as flat texts: what a form shows, a file holds and the input of the section reads back. */
export function formValues<S extends RecordSection>(
  section: S,
  fields: OrganisationRecord[S],
): Record<string, string> {
  return writers[section](fields);
}

type Writers = { [S in RecordSection]: (fields: OrganisationRecord[S]) => Record<string, string> };

const writers: Writers = {
  names: ({ name, kind, formerNames }) => ({
    ...{ name, kind },
    formerNames: formerNames.map(({ name, until }) => (until ? `${name} (until ${until})` : name)).join("\n"),
  }),
  about: ({ description, helps, website, topics }) => ({
    ...{ description, helps },
    website: website ?? "",
    topics: topics.join(","),
  }),
  numbers: ({ identifiers }) =>
    Object.fromEntries(
      wordsOf(identifierSchemes).map((scheme) => [
        scheme,
        identifiers
          .filter((one) => one.scheme === scheme)
          .map(({ identifier }) => identifier)
          .join(", "),
      ]),
    ),
  where: ({ places, districts, isSystemWide, worksOnline }) => ({
    places: places.join(","),
    districts: districts.join(","),
    isSystemWide: yes(isSystemWide),
    worksOnline: yes(worksOnline),
  }),
  contact: contactValues,
};

const yes = (is: boolean) => (is ? "yes" : "");
const shown = (is: boolean) => (is ? "yes" : "no");

function contactValues(contact: OrganisationRecord["contact"]): Record<string, string> {
  const { phones, contacts, address } = contact;
  return {
    email: contact.email ?? "",
    emailShown: shown(contact.emailIsPublic),
    ...inSlots("phone", phones, ({ number, extension, description, isPublic }) => ({
      ...{ Number: number, Extension: extension, Note: description, Shown: shown(isPublic) },
    })),
    ...inSlots("contact", contacts, ({ name, title, email, phone, isPublic }) => ({
      ...{ Name: name, Role: title, Email: email, Phone: phone, Shown: shown(isPublic) },
    })),
    addressLine: address?.line ?? "",
    addressTown: address?.town ?? "",
    addressCounty: address?.county ?? "",
    addressPostcode: address?.postcode ?? "",
    addressIsHidden: yes(contact.addressIsHidden),
  };
}

function inSlots<T>(noun: string, list: readonly T[], partsOf: (one: T) => Record<string, string | null>) {
  return Object.fromEntries(
    list.flatMap((one, at) =>
      Object.entries(partsOf(one)).map(([part, text]) => [`${noun}${at + 1}${part}`, text ?? ""]),
    ),
  );
}
