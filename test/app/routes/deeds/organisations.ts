import type { Ctx } from "#app/domain/context.ts";
import { findHistory } from "#app/domain/history.server.ts";
import { valuesOf } from "#app/domain/organisations/history/restore-version.server.ts";
import {
  archiveOrganisation,
  closeTemporarily,
} from "#app/domain/organisations/keeping/change-state.server.ts";
import { editSection } from "#app/domain/organisations/keeping/edit-section.server.ts";
import { findWaitingChanges } from "#app/domain/organisations/keeping/waiting-changes.server.ts";
import {
  mayArchiveOrganisation,
  mayEditOrganisation,
  mayRestoreOrganisation,
  mayTrustOrganisation,
} from "#app/domain/organisations/policy.ts";
import { formValues } from "#app/domain/organisations/record/form-values.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import type { RecordSection } from "#app/domain/organisations/record/record.ts";
import { seenOf } from "#app/domain/section.ts";
import { NOW } from "#test/setup/context.ts";
import type { Deed } from "#test/setup/matrix/deed.ts";
import { asTeam, type World } from "#test/setup/matrix/world.ts";

const mayEdit: Deed["may"] = (actor, { organisation }) => mayEditOrganisation(actor, organisation.id);

/** Who keeps the record but may not do this is told so; everybody else learns nothing. */
const tellKeepers: Deed["refusal"] = (actor, world) => (mayEdit(actor, world) ? 403 : 404);

const slugOf = ({ organisation }: World) => ({ slug: organisation.slug });
const sceneOf =
  (form: Record<string, string> = {}): Deed["scene"] =>
  async (_ctx, world) => ({ params: slugOf(world), form });

/** The section as it stands, and the stamp of it that a form carries. */
async function sectionNow<S extends RecordSection>(ctx: Ctx, { organisation }: World, section: S) {
  const fields = (await readRecord(ctx, organisation.id))[section];
  return { fields, seen: seenOf(formValues(section, fields)) };
}

export const organisationDeeds: Deed[] = [
  {
    // Anybody may say that an organisation is theirs: what follows is up to whoever handles the claim
    file: "routes/organisations/claim.tsx",
    scene: sceneOf({
      ...{ name: "Rita Howes", email: "rita@example.org" },
      ...{ role: "Treasurer", howToCheck: "Ring the number on our page." },
    }),
    may: () => true,
  },
  {
    file: "routes/organisations/keeping/edit-section.tsx",
    scene: async (ctx, world) => ({
      params: { ...slugOf(world), section: "about" },
      form: { description: "We eat together.", seen: (await sectionNow(ctx, world, "about")).seen },
    }),
    may: mayEdit,
  },
  {
    file: "routes/organisations/keeping/edit-withdrawal.tsx",
    scene: async (ctx, world) => {
      const { fields, seen } = await sectionNow(ctx, world, "names");
      const renamed = { section: "names" as const, fields: { ...fields, name: "The Longer Table" }, seen };
      await editSection({ ...ctx, actor: world.actors.editor }, world.organisation.slug, renamed);
      const [change] = await findWaitingChanges(ctx, world.organisation.id);
      return { params: { ...slugOf(world), change: change?.id ?? "" } };
    },
    may: mayEdit,
  },
  {
    file: "routes/organisations/keeping/history-version.tsx",
    scene: async (ctx, world) => {
      const { fields, seen } = await sectionNow(ctx, world, "about");
      const edit = { section: "about" as const, fields: { ...fields, description: "We eat." }, seen };
      await editSection(asTeam(ctx, world), world.organisation.slug, edit);
      const [change] = await findHistory(ctx, "organisation", world.organisation.id);
      const values = valuesOf(["about"], await readRecord(ctx, world.organisation.id));
      return { params: { ...slugOf(world), change: change?.id ?? "" }, form: { seen: seenOf(values) } };
    },
    may: mayEdit,
  },
  {
    file: "routes/organisations/keeping/state.tsx",
    scene: sceneOf({ note: "We are back in May." }),
    may: mayEdit,
  },
  {
    file: "routes/organisations/keeping/state-reopening.ts",
    scene: async (ctx, world) => {
      await closeTemporarily(asTeam(ctx, world), world.organisation.slug, { note: "We are back in May." });
      return { params: slugOf(world) };
    },
    may: mayEdit,
  },
  {
    // Its page is the team's alone: not even its keepers are told that there is one
    file: "routes/organisations/keeping/state-trust.tsx",
    scene: sceneOf({ isTrusted: "yes" }),
    may: mayTrustOrganisation,
  },
  {
    file: "routes/organisations/keeping/archive.tsx",
    scene: sceneOf(),
    may: (actor, { organisation }) => mayArchiveOrganisation(actor, organisation.id),
    refusal: tellKeepers,
  },
  {
    file: "routes/organisations/keeping/restoration.tsx",
    scene: async (ctx, world) => {
      await archiveOrganisation(asTeam(ctx, world), world.organisation.slug);
      return { params: slugOf(world) };
    },
    may: (actor, { organisation: { id } }) =>
      mayRestoreOrganisation(actor, { id, archivedAt: NOW.toISOString() }, NOW),
    refusal: tellKeepers,
  },
];
