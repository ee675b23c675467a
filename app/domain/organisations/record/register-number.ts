import type { IdentifierScheme } from "#db/vocabulary.ts";

/**
 * The one spelling of a register number, or null for what cannot be one. A check of its form only: whether a
 * register knows it is another question. Forms after org-id.guide and each register's own notes.
 */
export function readRegisterNumber(scheme: IdentifierScheme, text: string): string | null {
  const given = text.toUpperCase().replace(/[\s.]/g, "");
  return forms[scheme](given);
}

const fits = (shape: RegExp) => (given: string) => (shape.test(given) ? given : null);

const forms: Record<IdentifierScheme, (given: string) => string | null> = {
  // A linked charity has the number of its parent and one of its own: 1234567-2
  "GB-CHC": fits(/^[1-9]\d{5,6}(-\d{1,3})?$/),
  "GB-COH": companyNumber,
  "GB-SC": fits(/^SC0\d{5}$/),
  "GB-NIC": (given) => fits(/^\d{6}$/)(given.replace(/^NIC/, "")),
  "GB-MPR": fits(/^(IP|RS|SP|NI)?\d{3,6}[A-Z]?$/),
  "GB-NHS": fits(/^[A-Z0-9]{3,8}$/),
  "GB-LAE": fits(/^([A-Z]{3,4}|E\d{8})$/),
};

/** Eight characters; people leave out the noughts in front. */
function companyNumber(given: string): string | null {
  if (/^\d{5,8}$/.test(given)) return given.padStart(8, "0");
  return fits(/^[A-Z]{2}\d{6}$/)(given);
}

/** What a number of the register looks like, for a hint. */
export const numberExamples: Record<IdentifierScheme, string> = {
  "GB-CHC": "6 or 7 digits, such as 1234567",
  "GB-COH": "8 characters, such as 01234567",
  "GB-SC": "SC and 6 digits, such as SC012345",
  "GB-NIC": "6 digits, such as 101234",
  "GB-MPR": "Such as 7890 or IP12345R",
  "GB-NHS": "3 to 8 letters and digits, such as RM1",
  "GB-LAE": "3 letters, such as NFK, or E and 8 digits",
};
