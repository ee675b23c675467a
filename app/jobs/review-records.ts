import { queueJob } from "#app/domain/queue.server.ts";
import { reviewRecords } from "#app/domain/upkeep/reviewing/review-records.server.ts";
import type { Job } from "./tasks.ts";

/** Reminds keepers, leads and the team of what is not confirmed. Hourly, so that a standstill is made good soon. */
export async function reviewRecordsJob({ db, now }: Job): Promise<void> {
  const { isMore } = await reviewRecords({ actor: { kind: "job", name: "review records" }, db, now });
  if (isMore) await queueJob({ db }, "review-records", {}, { key: "review more records" });
}
