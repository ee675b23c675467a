import * as v from "valibot";
import { checkNumbersOf } from "#app/domain/organisations/keeping/check-numbers.server.ts";
import type { Job } from "./tasks.ts";

const Payload = v.object({ organisationId: v.pipe(v.string(), v.uuid()) });

/** After a change of numbers was approved: the registers are asked outside that transaction. */
export function checkNumbersJob({ db, now, payload }: Job): Promise<void> {
  const { organisationId } = v.parse(Payload, payload);
  return checkNumbersOf({ actor: { kind: "job", name: "check-numbers" }, db, now }, organisationId);
}
