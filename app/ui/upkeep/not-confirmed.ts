import { formatDay } from "#app/ui/kit/dates/date-time.ts";

/** The mark on a card whose record nobody has confirmed in time; nothing while it is fresh. */
export const notConfirmedInWords = (since: string | null | undefined): string | null =>
  since ? `Not confirmed since ${formatDay(since)}` : null;
