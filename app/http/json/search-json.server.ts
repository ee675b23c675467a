import type { SearchAnswer } from "#app/domain/search/find.server.ts";
import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";

/** Results of a search as the machine door tells them (documented on /about/api). Addresses are whole. */
export function searchJson({ total, totalIsCapped, page, pages, results }: SearchAnswer) {
  return {
    total,
    totalIsCapped,
    page,
    pages,
    results: results.map(({ kind, id, slug, name, organisation, summary, distanceKm }) => ({
      kind,
      id,
      url: env.PUBLIC_URL + paths.service(slug),
      name,
      organisation: organisation.name,
      summary,
      distanceKm,
    })),
  };
}
