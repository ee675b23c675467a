import { namedBy } from "#app/domain/calendars/doctor/checked-source.server.ts";
import type { OwnerNamed, SourceFields } from "#app/domain/calendars/doctor/inputs.ts";
import type { Match } from "#app/domain/calendars/keeping/match-rule.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import { type ReadSource, Unreachable } from "#app/gateways/calendar-source.server.ts";
import { connectCalendar } from "../connect-calendar.server.ts";
import type { SyncReport } from "../keep-reading.server.ts";

interface Given extends SourceFields {
  for: OwnerNamed;
  name: string;
  match: Match;
}

/** Connects what the feed doctor looked at. Throws NotFound, NotAllowed, and Invalid where it cannot be read any more. */
export async function connectChecked(
  ctx: Ctx & { actor: Person },
  given: Given,
  read: ReadSource,
): Promise<SyncReport> {
  const { source, upload } = namedBy(given, null, ctx.actor, ctx.now);
  const match = given.for.noun === "group" ? { match: given.match } : {};
  const file = upload ? { upload } : {};
  const { name, for: owner } = given;
  try {
    return await connectCalendar(ctx, { owner, source, name, ...match, ...file }, read);
  } catch (error) {
    if (error instanceof Unreachable) throw new Invalid(error.message);
    throw error;
  }
}
