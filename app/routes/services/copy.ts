import { redirect } from "@remix-run/node";
import { copyService } from "#app/domain/services/record/begin-service.server.ts";
import { findServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { NoPage } from "#app/ui/kit/frame/no-page.tsx";

/** Nothing to see here: the button stands on the page to edit. */
export const loader = signedIn(async (ctx, { params }) => {
  const { slug } = await findServiceRecord(ctx, params.slug ?? "");
  return redirect(paths.editService(slug));
});

export const action = signedIn(async (ctx, { params }) => {
  const { slug } = await copyService(ctx, params.slug ?? "");
  return redirect(paths.editService(slug, { did: "copy" }));
});

export default NoPage;
