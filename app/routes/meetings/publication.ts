import { redirect } from "@remix-run/node";
import { publishAgenda } from "#app/domain/meetings/agenda/publish-agenda.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";

export const loader = signedIn(async (_ctx, { params }) => redirect(paths.meeting(params.id ?? "")));

export const action = signedIn(async (ctx, { params }) => {
  const meeting = await publishAgenda(ctx, params.id ?? "");
  return redirect(paths.meeting(meeting.id));
});
