import type { LookUp } from "./register-entry.ts";
import { askRegister, fieldsOf, listOf, textOf } from "./register-request.server.ts";
import { Unreachable } from "./unreachable.ts";

/**
 * The Charity Commission's register of England and Wales (developer portal:
 * https://api-portal.charitycommission.gov.uk/). `number` is 1234567, or 1234567-1 for a linked charity.
 */
export function charityCommission(
  key: string,
  origin = "https://api.charitycommission.gov.uk",
  timeoutMs = 5_000,
): LookUp {
  return async (number) => {
    const [charity, suffix = "0"] = number.split("-");
    const answer = await askRegister({
      url: `${origin}/register/api/allcharitydetailsV2/${charity}/${suffix}`,
      headers: { "Ocp-Apim-Subscription-Key": key },
      timeoutMs,
    });
    if (answer === null) return null;
    const fields = fieldsOf(answer);
    const [name, status] = [textOf(fields.charity_name), textOf(fields.reg_status)];
    if (!name || !status) throw new Unreachable("The Charity Commission's answer has no name or status.");
    const otherNames = listOf(fields.other_names).map((other) => textOf(fieldsOf(other).other_name));
    return { number, name, otherNames: otherNames.filter(Boolean), isCurrent: status === "R" };
  };
}
