import { expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import {
  findOrganisationHistory,
  findVersion,
} from "#app/domain/organisations/history/find-history.server.ts";
import { restoreVersion, valuesOf } from "#app/domain/organisations/history/restore-version.server.ts";
import { editSection } from "#app/domain/organisations/keeping/edit-section.server.ts";
import { formValues } from "#app/domain/organisations/record/form-values.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import type { OrganisationRecord, RecordSection } from "#app/domain/organisations/record/record.ts";
import { seenOf } from "#app/domain/section.ts";
import { makeOrganisation, makeOwner } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";

async function setting(ctx: Ctx, isTrusted = true) {
  const organisation = await makeOrganisation(ctx, { name: "Lunch club", isTrusted });
  const as = { ...ctx, actor: await makeOwner(ctx, organisation.id) };
  return { ...organisation, as };
}

/** Each change a minute after the last, so that the history has an order. */
async function edit<S extends RecordSection>(
  { as, id, slug }: Awaited<ReturnType<typeof setting>>,
  section: S,
  over: Partial<OrganisationRecord[S]>,
) {
  as.now = new Date(as.now.getTime() + 60_000);
  const fields = (await readRecord(as, id))[section];
  await editSection(as, slug, {
    section,
    fields: { ...fields, ...over },
    seen: seenOf(formValues(section, fields)),
  });
}

async function seenNow(ctx: Ctx, slug: string, changeId: string) {
  const { organisation, sections } = await findVersion(ctx, slug, changeId);
  return seenOf(valuesOf(sections, await readRecord(ctx, organisation.id)));
}

test("the history says in words who changed what", async ({ ctx }) => {
  const kept = await setting(ctx);
  await edit(kept, "names", { kind: "cic" });
  await edit(kept, "contact", { email: "hello@example.org", emailIsPublic: false });
  const { versions } = await findOrganisationHistory(kept.as, kept.slug);
  expect(versions).toMatchObject([
    {
      what: "Changed: ways to get in touch",
      who: "Beth Howes",
      differences: [
        { label: "E-mail address", before: "", after: "hello@example.org" },
        { label: "E-mail address: shown to", before: "Everybody", after: "Partners only" },
      ],
    },
    {
      what: "Changed: name and kind",
      differences: [{ label: "Kind", before: "Charity", after: "Community interest company" }],
    },
  ]);
});

test("the history is for keepers: others do not find it", async ({ ctx }) => {
  const kept = await setting(ctx);
  await expect(findOrganisationHistory(ctx, kept.slug)).rejects.toThrow(NotFound);
});

test("a version comes back as a change of its own, and other sections stay", async ({ ctx }) => {
  const kept = await setting(ctx);
  await edit(kept, "about", { description: "We eat." });
  await edit(kept, "about", { description: "We sing." });
  await edit(kept, "where", { worksOnline: true });
  const [, sang] = (await findOrganisationHistory(kept.as, kept.slug)).versions;
  const changeId = sang?.id ?? "";
  const { differences } = await findVersion(kept.as, kept.slug, changeId);
  expect(differences).toEqual([{ label: "What you do", before: "We sing.", after: "We eat." }]);
  const seen = await seenNow(kept.as, kept.slug, changeId);
  expect(await restoreVersion(kept.as, kept.slug, { changeId, seen })).toBe("saved");
  expect(await readRecord(ctx, kept.id)).toMatchObject({
    about: { description: "We eat." },
    where: { worksOnline: true },
  });
  const { versions } = await findOrganisationHistory(kept.as, kept.slug);
  expect(versions.map(({ what }) => what)).toContain(
    "Restored an earlier version: what you do and who you help",
  );
});

test("a name that comes back waits like any other", async ({ ctx }) => {
  const kept = await setting(ctx, false);
  const team = { ...kept, as: { ...kept.as, actor: { kind: "job", name: "team" } as never } };
  await edit(team, "names", { name: "Supper club" });
  const [change] = (await findOrganisationHistory(kept.as, kept.slug)).versions;
  const changeId = change?.id ?? "";
  const seen = await seenNow(kept.as, kept.slug, changeId);
  expect(await restoreVersion(kept.as, kept.slug, { changeId, seen })).toBe("waiting");
});

test("what changed since the preview was shown is not overwritten", async ({ ctx }) => {
  const kept = await setting(ctx);
  await edit(kept, "about", { description: "We eat." });
  const [change] = (await findOrganisationHistory(kept.as, kept.slug)).versions;
  const changeId = change?.id ?? "";
  const seen = await seenNow(kept.as, kept.slug, changeId);
  await edit(kept, "about", { description: "We sing." });
  await expect(restoreVersion(kept.as, kept.slug, { changeId, seen })).rejects.toThrow(Conflict);
});
