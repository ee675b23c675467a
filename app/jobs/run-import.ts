import * as v from "valibot";
import { runImport } from "#app/domain/organisations/bulk/imports/run-import.server.ts";
import type { Job } from "./tasks.ts";

const Payload = v.object({ id: v.pipe(v.string(), v.uuid()) });

/** Writes a file of organisations that somebody has started. */
export async function runImportJob({ db, now, payload }: Job): Promise<void> {
  await runImport({ actor: { kind: "job", name: "run import" }, db, now }, v.parse(Payload, payload).id);
}
