import { afterAll } from "vitest";
import { sealNamed } from "#app/domain/calendars/doctor/checked-source.server.ts";
import { mayChangeForAll, mayKeepCalendar } from "#app/domain/calendars/policy.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { env } from "#app/env.server.ts";
import { calendarGroups, type calendars, events, occurrences } from "#db/schema/calendars.ts";
import { calendarHolds } from "#db/schema/diary/syncs.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeCalendar } from "#test/factories/connected-calendars.ts";
import { type CalendarHost, startCalendarHost } from "#test/setup/calendar-host.ts";
import type { Deed } from "#test/setup/matrix/deed.ts";
import type { World } from "#test/setup/matrix/world.ts";

/** Who runs the group here. */
const mayKeep: Deed["may"] = (actor, { network }) =>
  mayKeepCalendar(actor, { groupIds: [network.id], organisationId: null });

/** The same where the deed touches every group that it serves: here one. */
const mayChange: Deed["may"] = (actor, { network }) =>
  mayChangeForAll(actor, { groupIds: [network.id], organisationId: null, connectedById: null });

const body = calendar(
  vevent("UID:place-network@norwich.example", "DTSTART:20260505T090000Z", "SUMMARY:Place network"),
);

let host: CalendarHost | undefined;
afterAll(() => host?.stop());

/** A feed of this machine, which the site's settings let be asked. */
async function feedAddress(): Promise<string> {
  if (!host) {
    host = await startCalendarHost();
    host.say(body);
    env.CALENDAR_HOSTS.push(host.host);
  }
  return host.address;
}

/** An uploaded calendar of the network here: reading it needs nobody outside. */
async function diaryOf(ctx: Ctx, { network }: World, over: Partial<typeof calendars.$inferInsert> = {}) {
  const row = await makeCalendar(ctx.db, { of: { kind: "upload", source: "diary.ics" }, ...over });
  await ctx.db.insert(calendarGroups).values({ calendarId: row.id, groupId: network.id });
  return row;
}

const scene =
  (form: (world: World) => Record<string, string> = () => ({}), over = {}): Deed["scene"] =>
  async (ctx, world) => ({ params: { id: (await diaryOf(ctx, world, over)).id }, form: form(world) });

const kept = (name: string) => `routes/calendars/kept/${name}`;

async function untitledOf(ctx: Ctx, calendarId: string) {
  const [event] = await ctx.db
    .insert(events)
    .values({
      calendarId,
      uid: "untitled@norwich.example",
      summary: "Untitled event",
      isHeld: true,
      location: "Hall",
    })
    .returning();
  if (!event) throw new Error("The event was not made");
  const startsAt = new Date("2026-05-05T09:00:00Z");
  const said = { summary: "Untitled event", location: "Hall", startsOn: "2026-05-05", endsOn: "2026-05-05" };
  await ctx.db.insert(occurrences).values({ eventId: event.id, startsAt, ...said });
  return event;
}

export const calendarDeeds: Deed[] = [
  {
    file: "routes/calendars/check.tsx",
    scene: async (_ctx, { network }) => ({
      form: { for: `groups/${network.slug}`, how: "file", file: body },
    }),
    may: mayKeep,
    refusal: 403,
  },
  {
    file: "routes/calendars/connection.tsx",
    // As the page of the check sealed it, for whoever looked at it
    scene: async (ctx, { network }) => {
      const named = { source: { kind: "address" as const, source: await feedAddress() }, upload: null };
      const formAs = (actor: Person) => ({ sealed: sealNamed(named, actor, ctx.now) });
      return { form: { for: `groups/${network.slug}` }, formAs };
    },
    may: mayKeep,
    refusal: 403,
  },
  {
    file: kept("source.tsx"),
    scene: async (ctx, world) => {
      const { id } = await diaryOf(ctx, world, { kind: "address" });
      return { params: { id }, form: { address: await feedAddress() } };
    },
    may: mayChange,
  },
  { file: kept("run.ts"), scene: scene(undefined, { kind: "address" }), may: mayKeep },
  {
    file: kept("confirmation.tsx"),
    scene: async (ctx, world) => {
      const { id } = await diaryOf(ctx, world);
      const question = { reason: "halved" as const, contentHash: "other", vanishing: 3, ofToCome: 4 };
      await ctx.db.insert(calendarHolds).values({ calendarId: id, ...question, heldAt: ctx.now });
      return { params: { id } };
    },
    may: mayChange,
  },
  { file: kept("pause.tsx"), scene: scene(), may: mayChange },
  {
    file: kept("resumption.ts"),
    scene: async (ctx, world) => ({ params: { id: (await diaryOf(ctx, world, { pausedAt: ctx.now })).id } }),
    may: mayChange,
  },
  { file: kept("upload.tsx"), scene: scene(() => ({ file: body })), may: mayChange },
  { file: kept("groups.tsx"), scene: scene(({ network }) => ({ groups: network.id })), may: mayKeep },
  {
    file: kept("rule.tsx"),
    scene: scene(({ network }) => ({ group: network.slug, by: "title", words: "network" })),
    may: mayKeep,
  },
  { file: kept("zone.tsx"), scene: scene(() => ({ zone: "Europe/Paris" })), may: mayChange },
  {
    file: kept("venues.tsx"),
    // Only an organisation's events have venues
    scene: async (ctx, { organisation }) => {
      const of = { kind: "upload" as const, source: "diary.ics" };
      const { id } = await makeCalendar(ctx.db, { of, organisationId: organisation.id });
      await untitledOf(ctx, id);
      return { params: { id }, form: { words: "Hall", venue: "none" } };
    },
    may: (actor, { organisation }) =>
      mayKeepCalendar(actor, { groupIds: [], organisationId: organisation.id }),
  },
  {
    file: kept("held.tsx"),
    scene: async (ctx, world) => {
      const { id } = await diaryOf(ctx, world);
      return { params: { id, event: (await untitledOf(ctx, id)).id }, form: { title: "Tea" } };
    },
    may: mayChange,
  },
  { file: kept("disconnection.tsx"), scene: scene(() => ({ afterwards: "withdraw" })), may: mayChange },
];
