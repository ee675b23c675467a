import type { Ctx } from "#app/domain/context.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import { findIfHeld, type Held } from "./find-registration.server.ts";
import { canStillChange, tasksOf } from "./registration.ts";

/** A registration that this browser holds, as the way back to it says it. */
export interface BegunRegistration {
  id: string;
  name: string;
  /** Whether it can still be changed; else it is sent. */
  isOpen: boolean;
  stepsFinished: number;
  steps: number;
}

/** More than anybody begins on one device; a browser may bring any number of cookies. */
const MOST = 12;

/** The registrations that a browser holds, as far as they are still there. */
export async function findBegun(ctx: Ctx, all: readonly Held[]): Promise<BegunRegistration[]> {
  const begun = await Promise.all(all.slice(0, MOST).map((held) => findOneBegun(ctx, held)));
  return begun.flatMap((one) => one ?? []);
}

async function findOneBegun(ctx: Ctx, held: Held): Promise<BegunRegistration | null> {
  const registration = await findIfHeld(ctx, held);
  if (!registration) return null;
  const tasks = tasksOf(registration, await readRecord(ctx, registration.organisationId));
  const { id, name } = registration;
  const stepsFinished = tasks.filter(({ isDone }) => isDone).length;
  return { id, name, isOpen: canStillChange(registration), stepsFinished, steps: tasks.length };
}
