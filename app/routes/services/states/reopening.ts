import { redirect } from "@remix-run/node";
import { findServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { reopenService } from "#app/domain/services/states/close-service.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { NoPage } from "#app/ui/kit/frame/no-page.tsx";

/** Nothing to see here: the button stands on the page of its state. */
export const loader = signedIn(async (ctx, { params }) => {
  const { slug } = await findServiceRecord(ctx, params.slug ?? "");
  return redirect(paths.editService(slug));
});

export const action = signedIn(async (ctx, { params }) => {
  const slug = params.slug ?? "";
  await reopenService(ctx, slug);
  return redirect(paths.editService(slug, { did: "reopen" }));
});

export default NoPage;
