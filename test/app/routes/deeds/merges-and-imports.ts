import { mayImport, mayMerge } from "#app/domain/organisations/bulk/policy.ts";
import { mergeOrganisations } from "#app/domain/organisations/merge/merge-organisations.server.ts";
import { makeImport } from "#test/factories/imports.ts";
import type { Deed } from "#test/setup/matrix/deed.ts";

const job = { kind: "job", name: "test" } as const;

/** The team's own: nobody else is told that there is such a page. */
export const mergeAndImportDeeds: Deed[] = [
  {
    file: "routes/organisations/merge/merge.tsx",
    scene: async (_ctx, { organisation, elsewhere }) => ({
      params: { slug: organisation.slug },
      form: { from: elsewhere.organisation.slug },
    }),
    may: mayMerge,
  },
  {
    file: "routes/merges/undo.tsx",
    scene: async (ctx, { organisation, elsewhere }) => {
      const slugs = { fromSlug: elsewhere.organisation.slug, intoSlug: organisation.slug };
      return { params: { id: (await mergeOrganisations({ ...ctx, actor: job }, slugs)).id } };
    },
    may: mayMerge,
  },
  {
    file: "routes/team/imports/new.tsx",
    scene: async () => ({ form: { file: "name,kind\nGwŷr Norwich,Charity\n" } }),
    may: mayImport,
  },
  {
    file: "routes/team/imports/writing.tsx",
    scene: async (ctx) => ({ params: { id: (await makeImport(ctx)).id }, form: { which: "all" } }),
    may: mayImport,
  },
];
