import { redirect } from "@remix-run/node";
import { readNow } from "#app/domain/meetings/calendar/keeping/read-now.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { NoPage } from "#app/ui/kit/frame/no-page.tsx";

/** A deed without a page of its own. */
export const loader = signedIn(async (_ctx, { params }) => redirect(paths.calendars.show(params.id ?? "")));

export const action = signedIn(async (ctx, { params, address }) => {
  const id = params.id ?? "";
  await throttle(ctx, "calendar-run", { address, account: ctx.actor.id });
  const report = await readNow(ctx, id);
  return redirect(paths.calendars.show(id, { did: "busy" in report ? "busy" : "run" }));
});

export default NoPage;
