import type { Confirmation } from "#app/domain/services/confirmation.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";

/** "Confirmed on 3 October 2026", "Not confirmed since 3 March 2026". */
export function confirmationInWords(confirmation: Confirmation): string {
  if (confirmation.state === "never") return "Not yet confirmed by the organisation";
  const on = formatDay(confirmation.on);
  return confirmation.state === "fresh" ? `Confirmed on ${on}` : `Not confirmed since ${on}`;
}

interface Capacity {
  capacity: "open" | "waiting-list" | "full";
  waitWeeks: number | null;
}

/** "Taking people now", "Waiting list of about 6 weeks", "Full at the moment". */
export function capacityInWords({ capacity, waitWeeks }: Capacity): string {
  if (capacity === "full") return "Full at the moment";
  if (capacity === "open") return "Taking people now";
  if (!waitWeeks) return "There is a waiting list";
  return `Waiting list of about ${waitWeeks === 1 ? "1 week" : `${waitWeeks} weeks`}`;
}
