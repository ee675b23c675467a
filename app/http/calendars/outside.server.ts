import { type Outside, siteOutside } from "#app/domain/calendars/doctor/check-source.server.ts";
import { env } from "#app/env.server.ts";

/** How the doors have other sites' calendars read: never our own (calendar case 77). */
export const outside = (): Outside => siteOutside(env.PUBLIC_URL);
