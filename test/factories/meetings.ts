import { randomUUID } from "node:crypto";
import type { Ctx, Person } from "#app/domain/context.ts";
import { people } from "#db/schema/accounts.ts";
import { feedsInto, groups, standingItems } from "#db/schema/groups.ts";
import { meetingGroups, meetings, raisedItems } from "#db/schema/meetings.ts";
import { places } from "#db/schema/places.ts";
import type { Role } from "#db/vocabulary.ts";

/** Factories: overrides first, believable names. Each mints fresh rows. */

export async function makePlace(ctx: Ctx, over: Partial<typeof places.$inferInsert> = {}) {
  const slug = over.slug ?? `norwich-${randomUUID().slice(0, 8)}`;
  return one(
    ctx.db
      .insert(places)
      .values({ name: "Norwich", latitude: 52.63, longitude: 1.3, ...over, slug })
      .returning(),
  );
}

export async function makeGroup(ctx: Ctx, over: Partial<typeof groups.$inferInsert> = {}) {
  const kind = over.kind ?? "partnership";
  const needsPlace = kind === "place-network" || kind === "place-board";
  const placeId = over.placeId ?? (needsPlace ? (await makePlace(ctx)).id : null);
  const values = {
    slug: `${kind}-${randomUUID().slice(0, 8)}`,
    name: "Norwich Health and Wellbeing Partnership",
    ...over,
    kind,
    placeId,
  };
  return one(ctx.db.insert(groups).values(values).returning());
}

export async function makeFeed(ctx: Ctx, fromGroupId: string, toGroupId: string) {
  await ctx.db.insert(feedsInto).values({ fromGroupId, toGroupId });
}

export async function makeMeeting(
  ctx: Ctx,
  groupIds: string[],
  over: Partial<typeof meetings.$inferInsert> = {},
) {
  const heldOn = over.heldOn ?? "2026-06-11";
  const startsAt = new Date(`${heldOn}T09:00:00Z`);
  const meeting = await one(
    ctx.db
      .insert(meetings)
      .values({ title: "Quarterly meeting", startsAt, ...over, heldOn })
      .returning(),
  );
  await ctx.db
    .insert(meetingGroups)
    .values(groupIds.map((groupId, position) => ({ meetingId: meeting.id, groupId, position })));
  return meeting;
}

export async function makeStandingItems(
  ctx: Ctx,
  groupId: string,
  opening: string[],
  closing: string[] = [],
) {
  const rows = [
    ...opening.map((title, at) => ({ groupId, position: at + 1, title, atEnd: false })),
    ...closing.map((title, at) => ({ groupId, position: at + 1, title, atEnd: true })),
  ];
  await ctx.db.insert(standingItems).values(rows);
}

export async function makeRaisedItem(
  ctx: Ctx,
  over: Omit<typeof raisedItems.$inferInsert, "title" | "whyItMatters" | "ask" | "raisedAt">,
) {
  const words = {
    title: "Transport to the day centre",
    whyItMatters: "People miss meals.",
    ask: "A shuttle twice a week.",
  };
  return one(
    ctx.db
      .insert(raisedItems)
      .values({ ...words, raisedAt: ctx.now, ...over })
      .returning(),
  );
}

/** Somebody signed in, with roles, whose second step is on; the row exists too. */
export async function makePerson(
  ctx: Ctx,
  roles: [Role, string | null][] = [],
  name = "Amina Okafor",
): Promise<Person> {
  const email = `${randomUUID().slice(0, 8)}@example.org`;
  const person = await one(
    ctx.db
      .insert(people)
      .values({ name, email, emailVerifiedAt: ctx.now, totpSince: ctx.now, totpSecret: "set up" })
      .returning(),
  );
  return {
    kind: "person",
    id: person.id,
    name,
    email,
    roles: roles.map(([role, scopeId]) => ({ role, scopeId })),
  };
}

async function one<T>(rows: PromiseLike<T[]>): Promise<T> {
  const [row] = await rows;
  if (!row) throw new Error("The row was not made");
  return row;
}
