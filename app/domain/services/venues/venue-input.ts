import * as v from "valibot";
import { formInput } from "#app/domain/services/input/read-form.ts";
import { line, Ticked, words } from "#app/domain/services/input/shapes.ts";
import { Choices } from "#app/domain/shapes.ts";
import { type AccessFact, accessFactNames } from "./access-facts.ts";

/** A place where services are held, as its form shows it. */
export interface VenueFields {
  name: string;
  addressLine: string;
  town: string;
  /** "NR3 3AB", or empty. */
  postcode: string;
  /** Nobody but its keepers sees where it is: a refuge, somebody's home. */
  isHidden: boolean;
  access: AccessFact[];
  accessWords: string;
  gettingThere: string;
}

const Postcode = v.pipe(
  line("The postcode", 12),
  v.transform((text) => text.toUpperCase().replace(/[\s.-]/g, "")),
  v.check(
    (text) => text === "" || /^[A-Z]{1,2}\d[A-Z\d]?(\d[A-Z]{2})?$/.test(text),
    "Enter a postcode, like NR3 3AB",
  ),
  v.transform((text) => (text.length > 4 ? `${text.slice(0, -3)} ${text.slice(-3)}` : text)),
);

/** A hidden address needs no line; the town or the first half of the postcode still says which place it is in. */
export const VenueInput = formInput((form): VenueFields => {
  const venue = {
    name: form.one("name", line("The name", 150)),
    addressLine: form.one("addressLine", line("The address", 200)),
    town: form.one("town", line("The town", 100)),
    postcode: form.one("postcode", Postcode),
    isHidden: form.one("isHidden", Ticked),
    access: form.one("access", v.pipe(Choices, v.array(v.picklist(accessFactNames, "Choose from the list")))),
    accessWords: form.one("accessWords", words("The words about access", 500)),
    gettingThere: form.one("gettingThere", words("How to get there", 2000)),
  };
  if (!venue.isHidden && !venue.addressLine)
    form.wrong("addressLine", "Enter the street, or where it is in the village");
  if (!venue.town && !venue.postcode) form.wrong("town", "Enter the town or village");
  return venue;
});

/** The way back, for the form. */
export function venueValues({ access, isHidden, ...texts }: VenueFields): Record<string, string> {
  return { ...texts, access: access.join(","), isHidden: isHidden ? "yes" : "" };
}
