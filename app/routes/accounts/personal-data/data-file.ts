import { findPersonalData } from "#app/domain/accounts/personal-data/find-personal-data.server.ts";
import { signedIn } from "#app/http/gates.server.ts";

/** The same as the page, for keeping or for taking elsewhere (UK GDPR, articles 15 and 20). */
export const loader = signedIn(async (ctx) => {
  const data = await findPersonalData(ctx);
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="my-assembly-data.json"',
      "Cache-Control": "private, no-store",
    },
  });
});
