import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { slugOf } from "#app/domain/slug.ts";

/** No page of an organisation may stand where a page of ours does. */
const reserved = ["new", "import", "export"];

/** An address for each of many new names, as `freeSlug` gives one: none that is taken, or once was. */
export async function freeSlugs({ db }: Ctx, names: readonly string[]): Promise<string[]> {
  // Two who add at once wait for each other; the lock ends with the transaction
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('organisation slug'))`);
  const rows = await db.execute<{ slug: string }>(sql`
    select slug from organisations union select slug from organisation_slugs`);
  const taken = new Set([...reserved, ...rows.map(({ slug }) => slug)]);
  const next = new Map<string, number>();
  return names.map((name) => {
    const wanted = slugOf(name, "organisation");
    let number = next.get(wanted) ?? 1;
    let slug = wanted;
    // Where the count stood for the last of this name: 171 charities are called Village Hall
    while (taken.has(slug)) {
      number += 1;
      slug = `${wanted}-${number}`;
    }
    next.set(wanted, number);
    taken.add(slug);
    return slug;
  });
}
