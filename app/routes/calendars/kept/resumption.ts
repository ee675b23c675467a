import { redirect } from "@remix-run/node";
import { resumeCalendar } from "#app/domain/calendars/keeping/pause.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { NoPage } from "#app/ui/kit/frame/no-page.tsx";

/** A deed without a page of its own. */
export const loader = signedIn(async (_ctx, { params }) => redirect(paths.calendars.show(params.id ?? "")));

export const action = signedIn(async (ctx, { params }) => {
  await resumeCalendar(ctx, params.id ?? "");
  return redirect(paths.calendars.show(params.id ?? "", { did: "resume" }));
});

export default NoPage;
