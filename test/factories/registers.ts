import type { Ctx } from "#app/domain/context.ts";
import { registerEntries, registerExtracts } from "#db/schema/keeping/registers.ts";
import type { IdentifierScheme } from "#db/vocabulary.ts";

/** An entry of an imported extract, and the extract itself if it is the first of its register. */
export async function makeRegisterEntry(ctx: Ctx, over: Partial<typeof registerEntries.$inferInsert> = {}) {
  const entry = {
    ...{ scheme: "GB-CHC" as const, number: "1234567", name: "THE LONG TABLE" },
    ...{ status: "Registered", isCurrent: true, importedAt: ctx.now },
    ...over,
  };
  await makeExtract(ctx, entry.scheme);
  const [made] = await ctx.db.insert(registerEntries).values(entry).returning();
  if (!made) throw new Error("The entry was not made");
  return made;
}

export async function makeExtract(ctx: Ctx, scheme: IdentifierScheme) {
  await ctx.db
    .insert(registerExtracts)
    .values({ scheme, asOf: "2026-04-01", entries: 1, importedAt: ctx.now })
    .onConflictDoNothing();
}
