import { NotFound } from "#app/domain/errors.ts";
import { apiClient } from "#app/http/gates.server.ts";

/** Any other address under /api, answered as the other machine doors answer. */
export const loader = apiClient(async (_ctx, { url }) => {
  throw new NotFound(`anything at ${url.pathname}`);
});
