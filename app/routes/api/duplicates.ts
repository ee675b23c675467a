import { DuplicatesQuery } from "#app/domain/organisations/duplicates/question.ts";
import { findDuplicatesWhileTyping } from "#app/domain/organisations/duplicates/while-typing.server.ts";
import { apiClient } from "#app/http/gates.server.ts";
import { duplicatesJson } from "#app/http/json/duplicates-json.server.ts";
import { readQuery } from "#app/http/query.server.ts";
import { throttle } from "#app/http/throttle.server.ts";

/** Organisations that a new one may be, for a form to show while somebody types. Made for our own forms. */
export const loader = apiClient(async (ctx, { url, address }) => {
  const asked = readQuery(url, DuplicatesQuery);
  await throttle(ctx, "duplicates", { address });
  return duplicatesJson(await findDuplicatesWhileTyping(ctx, asked));
});
