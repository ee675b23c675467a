import { redirect } from "@remix-run/node";
import { visitor } from "#app/http/gates.server.ts";
import { endSession } from "#app/http/session.server.ts";
import { paths } from "#app/paths.ts";
import { NoPage } from "#app/ui/kit/frame/no-page.tsx";

/** Only a posted form signs out: a link or a prefetch cannot. */
export const loader = visitor(async () => redirect(paths.home()));

export const action = visitor(async ({ db }, { request }) => {
  const cookie = await endSession(request, db);
  return redirect(paths.home(), { headers: { "Set-Cookie": cookie } });
});

export default NoPage;
