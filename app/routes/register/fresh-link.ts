import { redirect } from "@remix-run/node";
import { mailFreshLink } from "#app/domain/organisations/registration/continue-registration.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { NoPage } from "#app/ui/kit/frame/no-page.tsx";

/** Somebody opened the address of the button: the page with the button is meant. */
export const loader = visitor(async (_ctx, { params }) => {
  throw redirect(paths.continueRegistration(params.token ?? ""));
});

export const action = visitor(async (ctx, { params, address }) => {
  const token = params.token ?? "";
  await throttle(ctx, "mail-link", { address, account: token });
  await mailFreshLink(ctx, token);
  return redirect(paths.continueRegistration(token, { did: "send" }));
});

export default NoPage;
