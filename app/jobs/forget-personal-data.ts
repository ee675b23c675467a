import { forgetOldPersonalData } from "#app/domain/accounts/personal-data/forget-old-personal-data.server.ts";
import type { Job } from "./tasks.ts";

/** Every night: what no longer has a reason to be kept goes (docs/decisions/014). Running it twice changes nothing. */
export async function forgetPersonalDataJob({ db, now }: Job): Promise<void> {
  await forgetOldPersonalData({ actor: { kind: "job", name: "forget personal data" }, db, now });
}
