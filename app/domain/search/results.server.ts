import type { Ctx } from "#app/domain/context.ts";
import { findServiceCards, type ServiceCardRow } from "#app/domain/services/find-cards.server.ts";

export interface Result extends ServiceCardRow {
  kind: "service";
  /** To the nearest of its venues; null when nothing to measure from or to. */
  distanceKm: number | null;
}

/** What the page shows of each hit, in their order. */
export async function findResults(
  ctx: Ctx,
  hits: readonly { serviceId: string; distanceKm: number | null }[],
): Promise<Result[]> {
  const distances = new Map(hits.map(({ serviceId, distanceKm }) => [serviceId, distanceKm]));
  const cards = await findServiceCards(
    ctx,
    hits.map(({ serviceId }) => serviceId),
  );
  return cards.map((card) => ({ kind: "service", ...card, distanceKm: distances.get(card.id) ?? null }));
}
