import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { queueIndexOfServices } from "#app/domain/organisations/keeping/index-services-of.server.ts";
import { record } from "#app/domain/record.server.ts";
import { type FoundMerge, findMerge } from "./find-merges.server.ts";
import { countOf, type Moved } from "./moved.ts";
import { moveRowsBack } from "./what-moves.server.ts";

/**
 * Takes a merge back: what it moved goes home unless somebody has moved or removed it since, and what it added is
 * taken away. Answers what could not be put back, in words. Throws NotFound, or Conflict when it was undone already
 * or a later merge must be undone first.
 */
export function undoMerge(ctx: Ctx, id: string): Promise<{ merge: FoundMerge; lost: string[] }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const merge = await findMerge(inside, id, { hold: true });
    if (merge.undoneAt) throw new Conflict("This merge was undone already.");
    if (merge.into.mergedInto) {
      throw new Conflict(`${merge.into.name} was merged itself later on: undo that merge first.`);
    }
    const { from, into, moved } = merge;
    const two = { fromId: from.id, intoId: into.id };
    await moveCasesBack(inside, two, moved);
    const lost = await moveRowsBack(inside, two, moved.rows);
    await takeAway(inside, into.id, moved);
    await leadBack(inside, from, moved);
    await db.execute(sql`
      update organisations set state = ${moved.state}, state_note = ${moved.stateNote}, archived_at = null,
        merged_into_id = null, updated_at = ${ctx.now.toISOString()}::timestamptz where id = ${from.id}`);
    const inWords = lost.map(({ what, count }) => countOf(what, count));
    const undoneById = ctx.actor.kind === "person" ? ctx.actor.id : null;
    await db.execute(sql`
      update merges set undone_at = ${ctx.now.toISOString()}::timestamptz, undone_by_id = ${undoneById},
        moved = moved || jsonb_build_object('lost', ${JSON.stringify(inWords)}::text::jsonb)
      where id = ${id}`);
    for (const organisationId of [from.id, into.id]) await queueIndexOfServices(inside, organisationId);
    await record(inside, changesOf(merge, inWords));
    return { merge, lost: inWords };
  });
}

async function moveCasesBack(
  { db }: Ctx,
  { fromId, intoId }: { fromId: string; intoId: string },
  { rows }: Moved,
) {
  await db.execute(sql`
    update cases set record_id = ${fromId}
    where id = any(${sql.param(rows.cases ?? [])}::uuid[]) and noun = 'organisation' and record_id = ${intoId}`);
}

async function takeAway({ db }: Ctx, intoId: string, { added, formerNameId }: Moved): Promise<void> {
  const ids = (list: string[]) => sql`any(${sql.param(list)}::uuid[])`;
  await db.execute(sql`
    delete from organisation_places where organisation_id = ${intoId} and place_id = ${ids(added.places)}`);
  await db.execute(sql`
    delete from organisation_districts where organisation_id = ${intoId} and district_id = ${ids(added.districts)}`);
  await db.execute(sql`
    delete from organisation_terms where organisation_id = ${intoId} and term_id = ${ids(added.topics)}`);
  await db.execute(sql`delete from former_names where id = ${formerNameId}::uuid`);
}

async function leadBack({ db }: Ctx, from: { id: string; slug: string }, { slugs }: Moved): Promise<void> {
  await db.execute(sql`delete from organisation_slugs where slug = ${from.slug}`);
  await db.execute(sql`
    update organisation_slugs set organisation_id = ${from.id} where slug = any(${sql.param(slugs)}::text[])`);
}

function changesOf({ id, from, into, moved }: FoundMerge, lost: string[]) {
  const [own, other] = [
    ({ id, slug, name }: FoundMerge["from"]) => ({ id, slug, name }),
    { merge: id, lost },
  ];
  return [
    {
      ...{ deed: "undo merge into another organisation", noun: "organisation", nounId: from.id },
      before: { state: "archived", mergedInto: own(into) },
      after: { state: moved.state, ...other },
    },
    {
      ...{ deed: "undo merge of another organisation", noun: "organisation", nounId: into.id },
      before: { merged: own(from) },
      after: other,
    },
  ];
}
