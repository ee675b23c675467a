import { climbCases } from "#app/domain/cases/climb-case.server.ts";
import { findUpkeepSettings } from "#app/domain/upkeep/settings/find-settings.server.ts";
import type { Job } from "./tasks.ts";

/** What nobody saw to in time goes one level up. */
export async function climbCasesJob({ db, now }: Job): Promise<void> {
  const { reportClimbsAfterDays } = await findUpkeepSettings({ db });
  await climbCases({ actor: { kind: "job", name: "climb cases" }, db, now }, reportClimbsAfterDays);
}
