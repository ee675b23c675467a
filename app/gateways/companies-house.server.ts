import type { LookUp } from "./register-entry.ts";
import { askRegister, fieldsOf, listOf, textOf } from "./register-request.server.ts";
import { Unreachable } from "./unreachable.ts";

/** States of a company that is no longer on the register, as the API names them. */
const gone = new Set(["dissolved", "closed", "converted-closed", "removed"]);

/** Companies House (https://developer.company-information.service.gov.uk/). `number` has eight characters: 01234567. */
export function companiesHouse(
  key: string,
  origin = "https://api.company-information.service.gov.uk",
  timeoutMs = 5_000,
): LookUp {
  return async (number) => {
    const answer = await askRegister({
      url: `${origin}/company/${encodeURIComponent(number)}`,
      headers: { Authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` },
      timeoutMs,
    });
    if (answer === null) return null;
    const fields = fieldsOf(answer);
    const [name, status] = [textOf(fields.company_name), textOf(fields.company_status)];
    if (!name || !status) throw new Unreachable("Companies House's answer has no name or status.");
    const otherNames = listOf(fields.previous_company_names).map((other) => textOf(fieldsOf(other).name));
    return { number, name, otherNames: otherNames.filter(Boolean), isCurrent: !gone.has(status) };
  };
}
