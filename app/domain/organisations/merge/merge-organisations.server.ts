import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid } from "#app/domain/errors.ts";
import { queueIndexOfServices } from "#app/domain/organisations/keeping/index-services-of.server.ts";
import { record } from "#app/domain/record.server.ts";
import { merges } from "#db/schema/keeping/merges.ts";
import { findBoth, type MergedRecord } from "./find-both.server.ts";
import type { Moved } from "./moved.ts";
import { moveRows } from "./what-moves.server.ts";

/**
 * Makes two records one: everything of `from` goes to `into`, which keeps its own words; `from` is archived and its
 * addresses lead to `into`. What moved is kept, so that `undoMerge` can put it back.
 * Throws NotFound, Invalid when both are one, or Conflict when either was merged or archived meanwhile.
 */
export function mergeOrganisations(
  ctx: Ctx,
  input: { fromSlug: string; intoSlug: string },
): Promise<{ id: string; into: MergedRecord }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { from, into } = await findBoth(inside, input, { hold: true });
    if (from.id === into.id) throw new Invalid("Choose another organisation to merge with this one");
    if (from.state === "archived" || into.state === "archived") {
      throw new Conflict("One of the two is archived, or was merged already.");
    }
    const two = { fromId: from.id, intoId: into.id };
    const hides = await keepAddressesHidden(inside, two);
    const moved: Moved = {
      ...{ state: from.state, stateNote: from.stateNote, rows: await moveRows(inside, two) },
      ...{ formerNameId: await keepName(inside, from, into), added: await addAreas(inside, two) },
      slugs: await redirect(inside, from, into),
    };
    await moveCases(inside, two, moved);
    await db.execute(sql`
      update organisations set state = 'archived', archived_at = ${ctx.now.toISOString()}::timestamptz,
        merged_into_id = ${into.id}, updated_at = ${ctx.now.toISOString()}::timestamptz where id = ${from.id}`);
    const mergedById = ctx.actor.kind === "person" ? ctx.actor.id : null;
    const [made] = await db
      .insert(merges)
      .values({ ...two, moved, mergedAt: ctx.now, mergedById })
      .returning({ id: merges.id });
    if (!made) throw new Conflict("The merge could not be saved.");
    await queueIndexOfServices(inside, into.id);
    await record(inside, changesOf(made.id, { from, into, hides }, moved));
    return { id: made.id, into };
  });
}

/**
 * A refuge's addresses stay hidden in the record that takes them in. An undo leaves them so: keepers may have come
 * to rely on it, and can show theirs again.
 */
async function keepAddressesHidden(
  { db }: Ctx,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<boolean> {
  const rows = await db.execute(sql`
    update organisations i set address_is_hidden = true from organisations f
    where i.id = ${intoId} and f.id = ${fromId} and f.address_is_hidden and not i.address_is_hidden returning i.id`);
  return rows.length > 0;
}

/** The name that it had leads people to the other, unless that is called the same. */
async function keepName({ db, now }: Ctx, from: MergedRecord, into: MergedRecord): Promise<string | null> {
  const [row] = await db.execute<{ id: string }>(sql`
    insert into former_names (organisation_id, name, until)
    select ${into.id}, ${from.name}, (${now.toISOString()}::timestamptz at time zone 'Europe/London')::date
    where lower(${from.name}::text) not in (
      select lower(name) from organisations where id = ${into.id}
      union select lower(name) from former_names where organisation_id = ${into.id})
    returning id`);
  return row?.id ?? null;
}

/** The other works wherever this one did, and on the same topics. Those of this one stay with it as well. */
async function addAreas({ db }: Ctx, { fromId, intoId }: { fromId: string; intoId: string }) {
  const add = async (table: string, column: string) => {
    const rows = await db.execute<{ id: string }>(sql`
      insert into ${sql.identifier(table)} (organisation_id, ${sql.identifier(column)})
      select ${intoId}, ${sql.identifier(column)} from ${sql.identifier(table)} where organisation_id = ${fromId}
      on conflict do nothing returning ${sql.identifier(column)} as id`);
    return rows.map(({ id }) => id);
  };
  return {
    places: await add("organisation_places", "place_id"),
    districts: await add("organisation_districts", "district_id"),
    topics: await add("organisation_terms", "term_id"),
  };
}

/** Its own address, and every one that led to it, lead to the other: however long the chain, one step. */
async function redirect({ db }: Ctx, from: MergedRecord, into: MergedRecord): Promise<string[]> {
  const rows = await db.execute<{ slug: string }>(sql`
    update organisation_slugs set organisation_id = ${into.id} where organisation_id = ${from.id} returning slug`);
  await db.execute(sql`
    insert into organisation_slugs (slug, organisation_id) values (${from.slug}, ${into.id})
    on conflict (slug) do update set organisation_id = excluded.organisation_id`);
  return rows.map(({ slug }) => slug).filter((slug) => slug !== from.slug);
}

/** A case about the record itself is now about the other. */
async function moveCases(
  { db }: Ctx,
  { fromId, intoId }: { fromId: string; intoId: string },
  { rows }: Moved,
) {
  await db.execute(sql`
    update cases set record_id = ${intoId}
    where id = any(${sql.param(rows.cases ?? [])}::uuid[]) and noun = 'organisation' and record_id = ${fromId}`);
}

const named = ({ id, slug, name }: MergedRecord) => ({ id, slug, name });

function changesOf(
  id: string,
  { from, into, hides }: { from: MergedRecord; into: MergedRecord; hides: boolean },
  moved: Moved,
) {
  const counts = Object.fromEntries(Object.entries(moved.rows).map(([what, ids]) => [what, ids.length]));
  return [
    {
      ...{ deed: "merge organisation into another", noun: "organisation", nounId: from.id },
      before: { state: from.state },
      after: { state: "archived", mergedInto: named(into), merge: id },
    },
    {
      ...{ deed: "merge another organisation into this", noun: "organisation", nounId: into.id },
      after: { merged: named(from), merge: id, moved: counts, ...(hides && { addressIsHidden: true }) },
    },
  ];
}
