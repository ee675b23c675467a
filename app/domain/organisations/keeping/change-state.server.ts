import { eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotAllowed } from "#app/domain/errors.ts";
import {
  mayArchiveOrganisation,
  mayRestoreOrganisation,
  mayTrustOrganisation,
} from "#app/domain/organisations/policy.ts";
import { record } from "#app/domain/record.server.ts";
import { organisations } from "#db/schema/organisations.ts";
import type { RecordState } from "#db/vocabulary.ts";
import { holdKeptOrganisation, type KeptOrganisation } from "./find-kept.server.ts";
import { queueIndexOfServices } from "./index-services-of.server.ts";

/** Closes an organisation for a while, with a note for everybody. Again: changes the note. */
export function closeTemporarily(ctx: Ctx, slug: string, { note }: { note: string }): Promise<void> {
  return change(ctx, slug, "close organisation for now", (organisation) => {
    only(organisation, ["live", "temporarily-closed"]);
    return { state: "temporarily-closed", stateNote: note };
  });
}

/** Opens it again. Throws NotFound, or Conflict where it is not closed. */
export function reopen(ctx: Ctx, slug: string): Promise<void> {
  return change(ctx, slug, "open organisation again", (organisation) => {
    only(organisation, ["temporarily-closed"]);
    return { state: "live", stateNote: "" };
  });
}

/**
 * Takes an organisation and all its services off the site; nothing is deleted. Its state before stays in the
 * record, so that a restoration returns to it. Throws NotFound, NotAllowed or Conflict.
 */
export function archiveOrganisation(ctx: Ctx, slug: string): Promise<void> {
  return change(ctx, slug, "archive organisation", (organisation) => {
    if (!mayArchiveOrganisation(ctx.actor, organisation.id))
      throw new NotAllowed("archive this organisation");
    only(organisation, ["live", "temporarily-closed"]);
    return { state: "archived", stateNote: organisation.stateNote, archivedAt: ctx.now };
  });
}

/** Brings an archived organisation back as it was: open, or closed for now with its note. */
export function restoreOrganisation(ctx: Ctx, slug: string): Promise<void> {
  return change(ctx, slug, "restore organisation", (organisation) => {
    only(organisation, ["archived"]);
    if (!mayRestoreOrganisation(ctx.actor, organisation, ctx.now)) {
      throw new NotAllowed("restore this organisation: ask the Assembly team");
    }
    if (organisation.mergedIntoId) {
      throw new Conflict(
        "This record was merged with another. The Assembly team can undo the merge instead.",
      );
    }
    const state = organisation.stateNote ? "temporarily-closed" : "live";
    return { state, stateNote: organisation.stateNote, archivedAt: null };
  });
}

/** Lets an organisation publish its changes at once, or asks for approval again. For the Assembly team. */
export function trustOrganisation(ctx: Ctx, slug: string, isTrusted: boolean): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const organisation = await holdKeptOrganisation(inside, slug);
    if (!mayTrustOrganisation(ctx.actor)) throw new NotAllowed("say whether an organisation is trusted");
    if (organisation.isTrusted === isTrusted) return;
    const { id } = organisation;
    await db.update(organisations).set({ isTrusted, updatedAt: ctx.now }).where(eq(organisations.id, id));
    await record(inside, {
      ...{ deed: isTrusted ? "trust organisation" : "end trust in organisation" },
      ...{ noun: "organisation", nounId: id, before: { isTrusted: !isTrusted }, after: { isTrusted } },
    });
  });
}

interface NewState {
  state: RecordState;
  stateNote: string;
  archivedAt?: Date | null;
}

function change(
  ctx: Ctx,
  slug: string,
  deed: string,
  next: (organisation: KeptOrganisation) => NewState,
): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const organisation = await holdKeptOrganisation(inside, slug);
    const { id, state, stateNote } = organisation;
    const after = next(organisation);
    await db
      .update(organisations)
      .set({ ...after, updatedAt: ctx.now })
      .where(eq(organisations.id, id));
    await queueIndexOfServices(inside, id);
    await record(inside, {
      ...{ deed, noun: "organisation", nounId: id },
      before: { state, stateNote },
      after: { state: after.state, stateNote: after.stateNote },
    });
  });
}

function only({ state }: KeptOrganisation, states: readonly RecordState[]): void {
  if (!states.includes(state)) {
    throw new Conflict(
      "Somebody has changed this meanwhile. Go back to the record to see how it stands now.",
    );
  }
}
