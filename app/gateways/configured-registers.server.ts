import { type Env, env } from "#app/env.server.ts";
import { charityCommission } from "./charity-commission.server.ts";
import { companiesHouse } from "./companies-house.server.ts";
import type { LookUp } from "./register-entry.ts";

/** Registers that can be asked over the web, by the scheme of their numbers. */
export interface Registers {
  "GB-CHC"?: LookUp;
  "GB-COH"?: LookUp;
}

/** Those that have a key among the settings; none without. */
export function configuredRegisters(
  settings: Pick<Env, "CHARITY_COMMISSION_KEY" | "COMPANIES_HOUSE_KEY"> = env,
): Registers {
  const { CHARITY_COMMISSION_KEY, COMPANIES_HOUSE_KEY } = settings;
  return {
    ...(CHARITY_COMMISSION_KEY && { "GB-CHC": charityCommission(CHARITY_COMMISSION_KEY) }),
    ...(COMPANIES_HOUSE_KEY && { "GB-COH": companiesHouse(COMPANIES_HOUSE_KEY) }),
  };
}
