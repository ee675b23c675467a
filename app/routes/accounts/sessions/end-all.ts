import { redirect } from "@remix-run/node";
import { signOutEverywhere } from "#app/domain/accounts/sessions/sessions.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { endSession } from "#app/http/session.server.ts";
import { paths } from "#app/paths.ts";
import { NoPage } from "#app/ui/kit/frame/no-page.tsx";

export const loader = signedIn(async () => redirect(paths.sessions()));

export const action = signedIn(async (ctx, { request }) => {
  await signOutEverywhere(ctx);
  const cookie = await endSession(request, ctx.db);
  return redirect(paths.signIn(), { headers: { "Set-Cookie": cookie } });
});

export default NoPage;
