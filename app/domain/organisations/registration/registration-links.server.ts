import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { queueJob } from "#app/domain/queue.server.ts";
import { registrations } from "#db/schema/keeping/registrations.ts";
import { organisations } from "#db/schema/organisations.ts";
import { postContinueLink } from "./continue-registration.server.ts";
import { findAnyRegistration } from "./find-registration.server.ts";

/** One mail each: few have more under way, and whoever types somebody else's address sends them no flood. */
const MOST = 3;

/**
 * Asks for links to the registrations that were begun with an address. Whether there are any is looked up later, by
 * a job: the asker waits as long for a known address as for an unknown one.
 */
export async function askForRegistrationLinks(ctx: Ctx, { email }: { email: string }): Promise<void> {
  await queueJob(ctx, "mail-registration-links", { email });
}

/** The job: mails a link to each of the newest registrations that are under way with this address. */
export function mailRegistrationLinks(ctx: Ctx, email: string): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const underWay = await db
      .select({ id: registrations.id, contactEmail: registrations.contactEmail })
      .from(registrations)
      .innerJoin(organisations, eq(organisations.id, registrations.organisationId))
      .where(
        and(
          eq(sql`lower(${registrations.contactEmail})`, email.toLowerCase()),
          inArray(organisations.state, ["draft", "waiting"]),
        ),
      )
      .orderBy(desc(registrations.updatedAt), registrations.id)
      .limit(MOST);
    for (const { id, contactEmail } of underWay) {
      await postContinueLink(inside, await findAnyRegistration(inside, id), contactEmail);
    }
  });
}
