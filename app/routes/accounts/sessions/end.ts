import { redirect } from "@remix-run/node";
import { endSession } from "#app/domain/accounts/sessions/sessions.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { NoPage } from "#app/ui/kit/frame/no-page.tsx";

export const loader = signedIn(async () => redirect(paths.sessions()));

export const action = signedIn(async (ctx, { params }) => {
  await endSession(ctx, params.id ?? "");
  return redirect(`${paths.sessions()}?did=end`);
});

export default NoPage;
