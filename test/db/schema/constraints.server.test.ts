import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { changes, people, roleGrants } from "#db/schema/accounts.ts";
import { standingItems } from "#db/schema/groups.ts";
import { locations } from "#db/schema/locations.ts";
import { agendaItems, forwardPlanEntries } from "#db/schema/meetings.ts";
import { servicePoints } from "#db/schema/search.ts";
import { makeGroup, makeMeeting } from "#test/factories/meetings.ts";
import { makeService } from "#test/factories/services.ts";
import { makeVenue } from "#test/factories/venues.ts";
import { test } from "#test/setup/context.ts";

/** The name of the constraint that a statement breaks; null where it breaks none. */
async function brokenBy(ctx: Ctx, act: (db: Ctx["db"]) => Promise<unknown>): Promise<string | null> {
  try {
    await ctx.db.transaction(act);
    return null;
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error;
    return (cause as { constraint_name?: string }).constraint_name ?? String(error);
  }
}

test("a purpose is one of ours, or none, on standing items, agendas and the forward plan", async ({
  ctx,
}) => {
  const { id: groupId } = await makeGroup(ctx);
  const { id: meetingId } = await makeMeeting(ctx, [groupId]);
  const broken = async (word: string | null) => {
    const purpose = word as "decide" | null;
    const agendaItem = { meetingId, position: 1, number: "1", title: "Welcome", purpose };
    const planned = { groupId, dueFrom: "2026-06-01", title: "Winter plan", purpose };
    return [
      await brokenBy(ctx, (db) =>
        db.insert(standingItems).values({ groupId, position: 1, title: "Welcome", purpose }),
      ),
      await brokenBy(ctx, (db) => db.insert(agendaItems).values(agendaItem)),
      await brokenBy(ctx, (db) => db.insert(forwardPlanEntries).values(planned)),
    ];
  };
  expect(await broken("gossip")).toEqual([
    "standing_items_purpose",
    "agenda_items_purpose",
    "forward_plan_purpose",
  ]);
  expect(await broken(null)).toEqual([null, null, null]);
});

test("a change is somebody's whom the product knows", async ({ ctx }) => {
  const row = { at: ctx.now, deed: "raise item", noun: "raised item", nounId: randomUUID() };
  const by = (kind: string) =>
    brokenBy(ctx, (db) => db.insert(changes).values({ ...row, actorKind: kind as "job" }));
  expect(await by("ghost")).toBe("changes_actor_kind");
  for (const kind of ["visitor", "person", "api-client", "job"]) expect(await by(kind)).toBeNull();
});

test("a role is held once at a time, with a scope or without", async ({ ctx }) => {
  const [person] = await ctx.db
    .insert(people)
    .values({ name: "Amina Okafor", email: "amina@example.org" })
    .returning();
  const personId = person?.id ?? "";
  const grant = (role: "administrator" | "group-lead", scopeId: string | null) =>
    brokenBy(ctx, (db) => db.insert(roleGrants).values({ personId, role, scopeId, grantedAt: ctx.now }));
  const [norwich, north] = [randomUUID(), randomUUID()];
  expect(await grant("administrator", null)).toBeNull();
  expect(await grant("administrator", null)).toBe("role_grants_current");
  expect(await grant("group-lead", norwich)).toBeNull();
  expect(await grant("group-lead", norwich)).toBe("role_grants_current");
  expect(await grant("group-lead", north)).toBeNull();
  await ctx.db.update(roleGrants).set({ endedAt: ctx.now }).where(eq(roleGrants.personId, personId));
  expect(await grant("administrator", null)).toBeNull();
});

test("a venue takes the points of search with it, and none is of a venue that is not there", async ({
  ctx,
}) => {
  const { id: serviceId } = await makeService(ctx);
  const venue = await makeVenue(ctx);
  const at = (locationId: string) =>
    brokenBy(ctx, (db) =>
      db.insert(servicePoints).values({ serviceId, locationId, latitude: 52.6, longitude: 1.3 }),
    );
  expect(await at(randomUUID())).toBe("service_points_location_id_locations_id_fk");
  expect(await at(venue.id)).toBeNull();
  await ctx.db.delete(locations).where(eq(locations.id, venue.id));
  expect(await ctx.db.select().from(servicePoints)).toEqual([]);
});
