import { and, eq } from "drizzle-orm";
import * as v from "valibot";
import { findKeepers } from "#app/domain/cases/find-handlers.server.ts";
import { openCase } from "#app/domain/cases/open-case.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { hasPage } from "#app/domain/organisations/has-page.server.ts";
import { claimReceivedLetter, claimToldLetter } from "#app/domain/organisations/letters.ts";
import { record } from "#app/domain/record.server.ts";
import { Slug } from "#app/domain/shapes.ts";
import { organisations } from "#db/schema/organisations.ts";
import type { Claim } from "./inputs.ts";

export interface Claimable {
  id: string;
  slug: string;
  name: string;
}

/** A published organisation that somebody may say is theirs. Throws NotFound. */
export async function findClaimable({ db }: Ctx, slug: string): Promise<Claimable> {
  const { id, name } = organisations;
  const [found] = v.is(Slug, slug)
    ? await db
        .select({ id, slug: organisations.slug, name })
        .from(organisations)
        .where(and(eq(organisations.slug, slug), hasPage))
    : [];
  if (!found) throw new NotFound("that organisation");
  return found;
}

/**
 * "This is us": puts a claim before the network's lead or the Assembly team, thanks whoever claims, and tells
 * those who keep the record already. Anybody may; nothing changes until it is approved. Throws NotFound.
 */
export function claimOrganisation(ctx: Ctx, slug: string, claim: Claim): Promise<Claimable> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const organisation = await findClaimable(inside, slug);
    const { id, name } = organisation;
    const { role, howToCheck } = claim;
    const key = `claim ${id} ${claim.email.toLowerCase()}`;
    const opened = await openCase(inside, {
      ...{ kind: "claim", noun: "organisation", recordId: id, organisationId: id, onceKey: key },
      title: `“This is us”: ${name}`,
      details: { role, howToCheck },
      ...{ fromName: claim.name, fromEmail: claim.email },
    });
    // One mail for one case, however often somebody presses the button
    const once = (who: string) => ({ recordId: opened.id, onceKey: `claim ${opened.id} ${who}` });
    await post(inside, { email: claim.email }, claimReceivedLetter(organisation), once("claimant"));
    for (const { id: personId, email } of await findKeepers(inside, id)) {
      await post(inside, { email, personId }, claimToldLetter(organisation, claim.name), once(personId));
    }
    await record(inside, {
      ...{ deed: "claim organisation", noun: "organisation", nounId: id },
      after: { caseId: opened.id },
    });
    return organisation;
  });
}
