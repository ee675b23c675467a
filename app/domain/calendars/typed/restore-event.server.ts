import * as v from "valibot";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findHistory } from "#app/domain/history.server.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { seenOf } from "#app/domain/section.ts";
import type { EventFields } from "./event-fields.ts";
import { findKeptEvent, holdKeptEvent, type KeptEvent } from "./find-typed-events.server.ts";
import { editEvent } from "./keep-event.server.ts";

export interface EventVersion {
  kept: KeptEvent;
  /** When the change was made that these fields stood before; ISO 8601. */
  at: string;
  fields: EventFields;
}

/** What an event said before a change. Throws NotFound where that change kept no such thing, and to others. */
export async function findEventVersion(ctx: Ctx, dateId: string, changeId: string): Promise<EventVersion> {
  return versionOf(ctx, await findKeptEvent(ctx, dateId), changeId);
}

/**
 * Brings back what an event said before a change; the version that it replaces is in the record like any other.
 * A day that is past stays where it is now: nothing can begin again. Throws as `editEvent` does.
 */
export function restoreEventVersion(ctx: Ctx, dateId: string, changeId: string): Promise<{ id: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { kept, fields } = await versionOf(inside, await holdKeptEvent(inside, dateId), changeId);
    const seen = seenOf(kept.fields);
    return editEvent(inside, dateId, { fields, seen, deed: "restore version of event" });
  });
}

async function versionOf(ctx: Ctx, kept: KeptEvent, changeId: string): Promise<EventVersion> {
  const change = (await findHistory(ctx, "event", kept.event.id)).find(({ id }) => id === changeId);
  const before = v.safeParse(Version, change?.before);
  if (!change || !before.success) throw new NotFound("that version");
  const old = { ...kept.fields, ...before.output.details } as EventFields;
  const { startsOn, endsOn } = kept.fields;
  const fields = old.startsOn < londonDay(ctx.now) ? { ...old, startsOn, endsOn } : old;
  return { kept, at: change.at, fields };
}

/** As `editEvent` records it; fields that came later take today's. */
const Version = v.object({ details: v.looseObject({ title: v.string(), startsOn: v.string() }) });
