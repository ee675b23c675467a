import type { Deed } from "#test/setup/matrix/deed.ts";
import { caseDeeds } from "./cases.ts";
import { meetingDeeds } from "./meetings.ts";
import { upkeepDeeds } from "./upkeep.ts";

/** One entry an action of app/routes.ts, by area. */
export const everyDeed: Deed[] = [...caseDeeds, ...meetingDeeds, ...upkeepDeeds];
