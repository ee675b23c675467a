import type { Deed } from "#test/setup/matrix/deed.ts";
import { meetingDeeds } from "./meetings.ts";

/** One entry an action of app/routes.ts, by area. */
export const everyDeed: Deed[] = [...meetingDeeds];
