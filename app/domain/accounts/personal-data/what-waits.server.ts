import { and, inArray } from "drizzle-orm";
import { countOthers } from "#app/domain/accounts/roles/end-role.server.ts";
import type { Ctx, HeldRole, Person } from "#app/domain/context.ts";
import { organisations } from "#db/schema/organisations.ts";

export interface WhatWaits {
  isLastAdministrator: boolean;
  /** Organisations on show that nobody else owns. */
  soleOwnerOf: { slug: string; name: string }[];
}

/** What must be handed over before an account can be erased. Roles that are held back count too. */
export async function findWhatWaits(ctx: Ctx & { actor: Person }): Promise<WhatWaits> {
  const held = [...ctx.actor.roles, ...(ctx.actor.heldBack ?? [])];
  const isAlone = async ({ role, scopeId }: HeldRole) =>
    (await countOthers(ctx, { personId: ctx.actor.id, role, scopeId })) === 0;
  const administrator = held.find(({ role }) => role === "administrator");
  const owned = held.filter(({ role }) => role === "organisation-owner");
  const alone = [];
  for (const role of owned) if (await isAlone(role)) alone.push(role.scopeId ?? "");
  return {
    isLastAdministrator: administrator !== undefined && (await isAlone(administrator)),
    soleOwnerOf: alone.length > 0 ? await findOnShow(ctx, alone) : [],
  };
}

function findOnShow({ db }: Ctx, ids: string[]) {
  return db
    .select({ slug: organisations.slug, name: organisations.name })
    .from(organisations)
    .where(and(inArray(organisations.id, ids), inArray(organisations.state, ["live", "temporarily-closed"])));
}
