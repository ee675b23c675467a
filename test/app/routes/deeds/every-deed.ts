import type { Deed } from "#test/setup/matrix/deed.ts";
import { accountDeeds } from "./accounts.ts";
import { calendarDeeds } from "./calendars.ts";
import { caseDeeds } from "./cases.ts";
import { eventDeeds } from "./events.ts";
import { meetingDeeds } from "./meetings.ts";
import { mergeAndImportDeeds } from "./merges-and-imports.ts";
import { opportunityDeeds } from "./opportunities.ts";
import { organisationDeeds } from "./organisations.ts";
import { peopleDeeds } from "./people.ts";
import { registerDeeds } from "./register.ts";
import { serviceDeeds } from "./services.ts";
import { upkeepDeeds } from "./upkeep.ts";

/** One entry an action of app/routes.ts, by area. */
export const everyDeed: Deed[] = [
  ...accountDeeds,
  ...peopleDeeds,
  ...registerDeeds,
  ...organisationDeeds,
  ...mergeAndImportDeeds,
  ...serviceDeeds,
  ...opportunityDeeds,
  ...eventDeeds,
  ...calendarDeeds,
  ...caseDeeds,
  ...meetingDeeds,
  ...upkeepDeeds,
  // An address that nobody knows is there for nobody
  { file: "routes/not-found.tsx", scene: async () => ({}), may: () => false },
];
