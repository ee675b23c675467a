import * as v from "valibot";
import type { CostOption } from "#app/domain/services/cost.ts";
import { isLanguage } from "#app/domain/services/record/languages.ts";
import type {
  RecordContact,
  RecordPhone,
  RecordSection,
  ServiceRecord,
} from "#app/domain/services/record/service-record.ts";
import { Choices, Slug } from "#app/domain/shapes.ts";
import { capacityStates, wordsOf } from "#db/vocabulary.ts";
import { type FormRow, formInput } from "./read-form.ts";
import {
  line,
  OptionalEmail,
  OptionalLine,
  OptionalNumber,
  OptionalWebAddress,
  Phone,
  ServiceName,
  Ticked,
  words,
} from "./shapes.ts";
import { WhenInput } from "./when-input.ts";

/* What keepers type, section by section: a flat set of texts in, the section's fields out. form-values.ts is the way back. */

export const BasicsInput = formInput((form) => ({
  name: form.one("name", ServiceName),
  summary: form.one("summary", line("The short description", 300)),
  description: form.one("description", words("The rest", 5000)),
  topics: form.one("topics", Choices),
  url: form.one("url", OptionalWebAddress),
}));

/** A new service: its name, and in a sentence what it is. */
export const NewServiceInput = formInput((form) => ({
  name: form.one("name", ServiceName),
  summary: form.one(
    "summary",
    v.pipe(line("The short description", 300), v.nonEmpty("Say in a sentence or two what it is")),
  ),
}));
export type NewService = v.InferOutput<typeof NewServiceInput>;

const Ids = v.pipe(Choices, v.array(v.pipe(v.string(), v.uuid("Choose from the places of the list"))));

export const WhereInput = formInput((form): ServiceRecord["where"] => ({
  isOnline: form.one("isOnline", Ticked),
  venues: (form.one("venues", Ids) ?? []).map((id) => ({
    ...{ id, note: form.one(`note-${id}`, words("The note", 500)) },
  })),
  areas: form.one("areas", v.pipe(Choices, v.array(Slug))),
  areaWords: form.one("areaWords", line("The area in your own words", 200)),
  gettingThere: form.one("gettingThere", words("How to get there", 2000)),
}));

/** Ways of asking for money that need no rows. */
export const costKinds = {
  free: "It is free",
  donation: "People pay what they can",
  amounts: "It costs a set amount",
  varies: "It varies",
} as const;
export type CostKind = keyof typeof costKinds;

const CostChoice = v.picklist(wordsOf(costKinds), "Choose what it costs");
const Amount = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/[£,\s]/g, "")),
  v.check(
    (text) => text === "" || /^\d{1,6}(\.\d{1,2})?$/.test(text),
    "Enter an amount in pounds, like 3.50",
  ),
  v.transform((text) => (text === "" ? null : Number(text))),
);

export const CostInput = formInput((form): ServiceRecord["cost"] => {
  const kind = form.one("kind", CostChoice);
  const more = form.one("words", line("What else to say about the cost", 300));
  const only = (option: string, amount: number | null) => ({
    costs: [{ option, amount, amountDescription: more }],
  });
  if (kind === "free") return only("Free", 0);
  if (kind === "donation") return only("Pay what you can", null);
  if (kind === "varies") return only("Cost varies", null);
  const costs = form.rows("costs").map(readCost);
  if (kind === "amounts" && costs.length === 0) form.wrong("costs-0-amount", "Enter at least one amount");
  if (costs.length > 20) form.wrong("costs-0-option", "Use no more than 20 amounts");
  return { costs };
});

function readCost(row: FormRow): CostOption {
  const cost = {
    option: row.one("option", line("Who or what for", 100)),
    amount: row.one("amount", Amount),
    amountDescription: row.one("words", line("The note", 300)),
  };
  if (cost.amount === null && !cost.amountDescription)
    row.wrong("amount", "Enter an amount, or say in the note how it is worked out");
  return { ...cost, option: cost.option || (cost.amount === 0 ? "Free" : "") };
}

export const ContactInput = formInput((form): ServiceRecord["contact"] => ({
  email: form.one("email", OptionalEmail),
  phones: form.rows("phones", ["shown"]).map(readPhone),
  contacts: form.rows("contacts", ["shown"]).map(readContact),
  referralRoute: form.one("referralRoute", words("How to start", 2000)),
  funders: form.one("funders", Lines),
  assurerEmail: form.one("assurerEmail", OptionalEmail),
}));

const Lines = v.pipe(
  words("Who funds it", 2000),
  v.transform((text) =>
    [
      ...new Set(
        text
          .split("\n")
          .map((one) => one.trim())
          .filter(Boolean),
      ),
    ].toSorted(),
  ),
);

const Shown = v.pipe(
  v.string(),
  v.transform((text) => text !== "partners"),
);

function readPhone(row: FormRow): RecordPhone {
  return {
    number: row.one("number", Phone),
    extension: row.one("extension", OptionalLine("The extension", 20)),
    description: row.one("words", line("The note", 200)),
    isPublic: row.one("shown", Shown),
  };
}

const Phones = v.pipe(
  line("The phone numbers", 200),
  v.transform((text) =>
    text
      .split(/[,;]/)
      .map((number) => number.trim())
      .filter(Boolean),
  ),
  v.array(Phone),
);

function readContact(row: FormRow): RecordContact {
  const contact = {
    name: row.one("name", OptionalLine("The name", 150)),
    title: row.one("title", OptionalLine("The job", 150)),
    email: row.one("email", OptionalEmail),
    phones: row.one("phones", Phones) ?? [],
    isPublic: row.one("shown", Shown),
  };
  if (!contact.name && !contact.title) row.wrong("name", "Enter a name, or what they do");
  return contact;
}

const Language = v.pipe(
  v.string(),
  v.transform((text) => text.trim()),
  v.check(isLanguage, "Choose a language from the list"),
);

export const WhoForInput = formInput((form): ServiceRecord["who-for"] => {
  const minimumAge = form.one("minimumAge", OptionalNumber(0, 150, "Enter an age from 0 to 150"));
  const maximumAge = form.one("maximumAge", OptionalNumber(0, 150, "Enter an age from 0 to 150"));
  if (minimumAge !== null && maximumAge !== null && maximumAge < minimumAge)
    form.wrong("maximumAge", "The oldest age must not be below the youngest");
  const spoken = form.rows("languages").map((row) => ({
    code: row.one("code", Language),
    note: row.one("note", line("The note", 100)),
  }));
  return {
    ...{ eligibility: form.one("eligibility", words("Who it is for", 2000)), minimumAge, maximumAge },
    languages: spoken.filter(({ code }, at) => spoken.findIndex((one) => one.code === code) === at),
  };
});

export const CapacityInput = formInput((form): ServiceRecord["capacity"] => {
  const capacity = form.one("capacity", v.picklist(wordsOf(capacityStates), "Choose whether there is room"));
  const weeks = form.one("waitWeeks", OptionalNumber(0, 520, "Enter how many weeks, from 0 to 520"));
  return {
    capacity,
    waitWeeks: capacity === "waiting-list" ? weeks : null,
    capacityNote: form.one("capacityNote", words("The note", 300)),
  };
});

/** The input of each section: a form, an import and the command line read through it. */
export const sectionInputs = {
  ...{ basics: BasicsInput, where: WhereInput, when: WhenInput, cost: CostInput, contact: ContactInput },
  ...{ "who-for": WhoForInput, capacity: CapacityInput },
} satisfies { [S in RecordSection]: v.GenericSchema<Record<string, string>, ServiceRecord[S]> };
