import { redirect } from "@remix-run/node";
import { reopen } from "#app/domain/organisations/keeping/change-state.server.ts";
import { findKeptOrganisation } from "#app/domain/organisations/keeping/find-kept.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { NoPage } from "#app/ui/kit/frame/no-page.tsx";

/** Nothing to see here: the button stands on the page of the state. */
export const loader = signedIn(async (ctx, { params }) => {
  const { slug } = await findKeptOrganisation(ctx, params.slug ?? "");
  throw redirect(paths.organisationState(slug));
});

export const action = signedIn(async (ctx, { params }) => {
  const slug = params.slug ?? "";
  await reopen(ctx, slug);
  return redirect(paths.editOrganisation(slug, { did: "reopened" }));
});

export default NoPage;
