import * as v from "valibot";
import { Email } from "#app/domain/accounts/inputs.ts";
import { plainWords } from "#app/domain/plain-words.ts";
import { Day } from "#app/domain/shapes.ts";
import { readClockTime } from "./clock-time.ts";

/** Shapes of single fields that the sections of a service share. An empty text is a field left out. */

/** Some words, on as many lines as people like. */
export const words = (what: string, most: number) =>
  v.pipe(
    v.string(),
    v.transform(plainWords),
    v.maxLength(most, `${what} must be ${most.toLocaleString("en-GB")} characters or fewer`),
  );

/** Words on one line. */
export const line = (what: string, most = 200) =>
  v.pipe(
    words(what, most),
    v.transform((text) => text.replace(/\s+/g, " ")),
  );

export const ServiceName = v.pipe(
  line("The name", 150),
  v.nonEmpty("Enter the name of the service"),
  v.regex(/[\p{L}\p{N}]/u, "Enter a name with letters or digits in it"),
);

const emptyToNull = (text: string) => (text === "" ? null : text);

export const OptionalLine = (what: string, most = 200) => v.pipe(line(what, most), v.transform(emptyToNull));

export const OptionalEmail = v.pipe(
  line("The e-mail address", 320),
  v.check((text) => text === "" || v.is(Email, text), "Enter an e-mail address in the form name@example.org"),
  v.transform(emptyToNull),
);

/** A web address; people leave out "https://". */
export const OptionalWebAddress = v.pipe(
  line("The web address", 500),
  v.transform((text) => (text === "" || /^[a-z]+:/i.test(text) ? text : `https://${text}`)),
  v.check((text) => text === "" || isWebAddress(text), "Enter a web address, like www.example.org/lunch"),
  v.transform(emptyToNull),
);

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s/]+\.[^\s/]+/i.test(text)) return false;
  return URL.canParse(text);
}

export const Phone = v.pipe(
  line("The phone number", 60),
  v.check(
    (text) => text.replace(/\D/g, "").length >= 3 && /^[\d\s()+\-./]+$/.test(text),
    "Enter a phone number, like 01603 960001",
  ),
);

export const OptionalDay = (message: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.check((text) => text === "" || v.is(Day(message), text), message),
    v.transform(emptyToNull),
  );

export const OptionalTime = v.pipe(
  v.string(),
  v.trim(),
  v.check((text) => text === "" || readClockTime(text) !== null, "Enter a time, like 9:30 or 2pm"),
  v.transform(readClockTime),
);

/** A whole number within these bounds, or nothing. */
export const OptionalNumber = (least: number, most: number, message: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.check(
      (text) => text === "" || (/^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most),
      message,
    ),
    v.transform((text) => (text === "" ? null : Number(text))),
  );

/** A ticked box. */
export const Ticked = v.pipe(
  v.string(),
  v.transform((text) => text !== ""),
);
