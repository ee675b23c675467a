import { eq, inArray, like, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import { firstFree, slugOf } from "#app/domain/slug.ts";
import { opportunities, opportunityPlaces } from "#db/schema/opportunities.ts";
import { places } from "#db/schema/places.ts";
import { momentsOf, type OpportunityFields } from "./opportunity.ts";

/** What the row holds already; null for a new one. */
type Before = { opensAt: Date; closesAt: Date | null } | null;

/**
 * The columns that the fields become. Throws Invalid for a closing moment that is past and was not there before,
 * or not after the opening one.
 */
export function columnsOf(ctx: Pick<Ctx, "now">, fields: OpportunityFields, before: Before) {
  const { title, summary, description, isOnline, commitment, howToApply, url, email } = fields;
  const moments = momentsOf(fields, before, ctx.now);
  const { opensAt, closesAt } = moments;
  const isNew = closesAt?.getTime() !== before?.closesAt?.getTime();
  if (closesAt && isNew && closesAt <= ctx.now)
    throw refused("The closing date and time must be in the future");
  if (closesAt && closesAt <= opensAt) throw refused("It must close after it opens");
  return { title, summary, description, isOnline, commitment, howToApply, url, email, ...moments };
}

const refused = (message: string) => new Invalid(message, { closesOn: message });

/** Where it is: the places of these slugs, and no others. Throws Invalid for one that we do not know. */
export async function writePlaces(
  { db }: Ctx,
  opportunityId: string,
  slugs: readonly string[],
): Promise<void> {
  const found =
    slugs.length === 0
      ? []
      : await db
          .select({ placeId: places.id })
          .from(places)
          .where(inArray(places.slug, [...slugs]));
  if (found.length !== slugs.length) {
    const message = "Choose places from the list";
    throw new Invalid(message, { places: message });
  }
  await db.delete(opportunityPlaces).where(eq(opportunityPlaces.opportunityId, opportunityId));
  if (found.length > 0)
    await db.insert(opportunityPlaces).values(found.map(({ placeId }) => ({ opportunityId, placeId })));
}

/** An address for a title that no other opportunity has. Nobody else finds one until the transaction ends. */
export async function freeSlug({ db }: Ctx, title: string, own = ""): Promise<string> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('opportunity slugs'))`);
  const wanted = slugOf(title, "opportunity");
  const taken = await db
    .select({ slug: opportunities.slug })
    .from(opportunities)
    .where(like(opportunities.slug, `${wanted}%`));
  return firstFree(
    wanted,
    taken.map(({ slug }) => slug).filter((slug) => slug !== own),
  );
}
