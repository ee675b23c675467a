import { Invalid } from "#app/domain/errors.ts";
import { searchServices } from "#app/domain/search/find.server.ts";
import { SearchInput } from "#app/domain/search/inputs.ts";
import { apiClient } from "#app/http/gates.server.ts";
import { searchJson } from "#app/http/json/search-json.server.ts";
import { readQuery } from "#app/http/query.server.ts";

/** The results page for machines, in its order. A "near" that nobody knows is refused: they cannot see a notice. */
export const loader = apiClient(async (ctx, { url }) => {
  const answer = await searchServices(ctx, readQuery(url, SearchInput));
  if (answer.near?.known === false) throw new Invalid(`We do not know the place “${answer.near.said}”.`);
  return searchJson(answer);
});
