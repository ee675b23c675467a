import { redirect } from "@remix-run/node";
import { endSession } from "#app/domain/accounts/sessions/sessions.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";

export const loader = signedIn(async () => redirect(paths.sessions()));

export const action = signedIn(async (ctx, { params }) => {
  await endSession(ctx, params.id ?? "");
  return redirect(`${paths.sessions()}?did=end`);
});
