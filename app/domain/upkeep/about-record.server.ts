import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { paths } from "#app/paths.ts";
import type { RecordState } from "#db/vocabulary.ts";
import type { KeptNoun } from "#db/vocabulary-keeping.ts";

/** A record of any noun, as far as cases and reports need to know it. */
export interface RecordAtHand {
  noun: KeptNoun;
  id: string;
  slug: string;
  name: string;
  state: RecordState;
  organisationId: string;
  organisation: string;
}

/** Any record by its id, whatever its state: who may know of it is for the caller to ask. Throws NotFound. */
export function findRecord(ctx: Ctx, noun: KeptNoun, id: string): Promise<RecordAtHand> {
  return find(ctx, noun, sql`r.id = ${id}`);
}

/** A record that has a page for everybody, by its address. Throws NotFound. */
export async function findPublicRecord(ctx: Ctx, noun: KeptNoun, slug: string): Promise<RecordAtHand> {
  const published = sql`r.state in ('live', 'temporarily-closed') and o.state in ('live', 'temporarily-closed')`;
  return find(ctx, noun, sql`r.slug = ${slug} and ${published}`);
}

/** Its page; null for a record that has none. */
export function pageOf({ noun, slug, state }: Pick<RecordAtHand, "noun" | "slug" | "state">): string | null {
  if (state !== "live" && state !== "temporarily-closed") return null;
  return publicPath(noun, slug);
}

/** Where it can be seen as it will be, before it is published; null for what has a page already, or no preview. */
export function previewOf({
  noun,
  slug,
  state,
}: Pick<RecordAtHand, "noun" | "slug" | "state">): string | null {
  if (noun === "organisation" || (state !== "draft" && state !== "waiting")) return null;
  return noun === "service" ? paths.previewService(slug) : paths.previewOpportunity(slug);
}

/** Where those who may change it do so; null once it is archived. */
export function editPageOf({
  noun,
  slug,
  state,
}: Pick<RecordAtHand, "noun" | "slug" | "state">): string | null {
  if (state === "archived") return null;
  const pages = {
    organisation: paths.editOrganisation,
    service: paths.editService,
    opportunity: paths.editOpportunity,
  };
  return pages[noun](slug);
}

export const publicPath = (noun: KeptNoun, slug: string): string =>
  ({ organisation: paths.organisation, service: paths.service, opportunity: paths.opportunity })[noun](slug);

async function find({ db }: Ctx, noun: KeptNoun, wanted: ReturnType<typeof sql>): Promise<RecordAtHand> {
  const table = sql.raw(
    { organisation: "organisations", service: "services", opportunity: "opportunities" }[noun],
  );
  const organisationId = sql.raw(noun === "organisation" ? "r.id" : "r.organisation_id");
  const name = sql.raw(noun === "opportunity" ? "r.title" : "r.name");
  const [row] = await db.execute<Omit<RecordAtHand, "noun"> & Record<string, unknown>>(sql`
    select r.id, r.slug, ${name} as name, r.state, o.id as "organisationId", o.name as organisation
    from ${table} r join organisations o on o.id = ${organisationId} where ${wanted}`);
  if (!row) throw new NotFound(`that ${noun}`);
  return { noun, ...row };
}
