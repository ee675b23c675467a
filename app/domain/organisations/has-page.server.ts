import { inArray } from "drizzle-orm";
import { organisations } from "#db/schema/organisations.ts";

/** Whether the joined organisation has a page: a name without one may not be shown, let alone linked. */
export const hasPage = inArray(organisations.state, ["live", "temporarily-closed"]);
