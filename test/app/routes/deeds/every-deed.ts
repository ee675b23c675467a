import type { Deed } from "#test/setup/matrix/deed.ts";
import { accountDeeds } from "./accounts.ts";
import { caseDeeds } from "./cases.ts";
import { meetingDeeds } from "./meetings.ts";
import { mergeAndImportDeeds } from "./merges-and-imports.ts";
import { peopleDeeds } from "./people.ts";
import { upkeepDeeds } from "./upkeep.ts";

/** One entry an action of app/routes.ts, by area. */
export const everyDeed: Deed[] = [
  ...accountDeeds,
  ...peopleDeeds,
  ...caseDeeds,
  ...meetingDeeds,
  ...mergeAndImportDeeds,
  ...upkeepDeeds,
];
