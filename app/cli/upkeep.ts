import { parseArgs } from "node:util";
import { climbCases } from "#app/domain/cases/climb-case.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { type Review, reviewRecords } from "#app/domain/upkeep/reviewing/review-records.server.ts";
import { findUpkeepSettings } from "#app/domain/upkeep/settings/find-settings.server.ts";
import { withDatabase } from "./database.ts";
import type { Command } from "./terminal.ts";

export const run: Command = {
  help: `Usage: npm run assembly -- upkeep run

Does now what the clock does every hour: reminds those who keep records of what is due, tells network
leads and the Assembly team of what nobody confirmed, and takes reports that nobody saw to one level up.
Running it again sends nothing twice.`,

  async run(args, { say, now }) {
    parseArgs({ args, options: {} });
    const done = await withDatabase(now, async (ctx) => {
      const { reportClimbsAfterDays } = await findUpkeepSettings(ctx);
      return { ...(await reviewAll(ctx)), climbed: await climbCases(ctx, reportClimbsAfterDays) };
    });
    const { organisations, mails, cases, climbed } = done;
    say(
      organisations + climbed === 0
        ? "Nothing was due."
        : `Looked at ${organisations} organisations with something due: ${mails} mails posted, ${cases} cases opened or passed on. ${climbed} reports went a level up.`,
    );
  },
};

async function reviewAll(ctx: Ctx): Promise<Review> {
  const done = await reviewRecords(ctx);
  if (!done.isMore) return done;
  const more = await reviewAll(ctx);
  return {
    organisations: done.organisations + more.organisations,
    mails: done.mails + more.mails,
    cases: done.cases + more.cases,
    isMore: false,
  };
}
