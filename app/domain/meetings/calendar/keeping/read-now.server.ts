import { findKeptCalendar } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import { saveDefaultZone } from "#app/domain/calendars/keeping/save-zone.server.ts";
import { confirmHold } from "#app/domain/calendars/sync/confirm-hold.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { configuredSourceReader, type ReadSource } from "#app/gateways/calendar-source.server.ts";
import type { SyncReport } from "../keep-reading.server.ts";
import { type Busy, syncCalendar } from "../sync-calendars.server.ts";

/** Reads a calendar while its keeper waits. Throws NotFound, Conflict. */
export function readNow(
  ctx: Ctx,
  id: string,
  read: ReadSource = configuredSourceReader(),
): Promise<SyncReport | Busy> {
  return syncCalendar(ctx, id, { trigger: "person" }, read);
}

/** Believes what is held, and reads it at once, so that whoever said so sees what came of it. Throws NotFound, NotAllowed, Conflict. */
export async function confirmAndRead(
  ctx: Ctx,
  id: string,
  read: ReadSource = configuredSourceReader(),
): Promise<SyncReport | Busy> {
  await confirmHold(ctx, id);
  return readNow(ctx, id, read);
}

/**
 * Reads a calendar's times in another zone from now on, and reads it at once; one that is paused follows when it is
 * read again, and answers null. Throws NotFound, NotAllowed, Conflict.
 */
export async function saveZoneAndRead(
  ctx: Ctx,
  id: string,
  zone: string,
  read: ReadSource = configuredSourceReader(),
): Promise<SyncReport | Busy | null> {
  await saveDefaultZone(ctx, id, zone);
  const { calendar } = await findKeptCalendar(ctx, id);
  return calendar.pausedAt ? null : readNow(ctx, id, read);
}
