import { and, eq } from "drizzle-orm";
import type { FeedAddress, FeedAnswer } from "#app/domain/calendars/feeds/answer.ts";
import { joinEventsOfPlace } from "#app/domain/calendars/feeds/event-feeds.server.ts";
import { answerOf } from "#app/domain/calendars/feeds/kept-texts.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import { groupsOfPlace } from "#app/domain/meetings/find.server.ts";
import { meetings } from "#db/schema/meetings.ts";
import { places } from "#db/schema/places.ts";
import { joinMeetingsOfGroup, joinMeetingsOfGroups, joinOneMeeting } from "./meeting-texts.server.ts";

/** The public meetings of a group. Throws NotFound. */
export async function groupFeed(ctx: Ctx, slug: string, address: FeedAddress): Promise<FeedAnswer> {
  const texts = await joinMeetingsOfGroup(ctx, slug, address);
  if (!texts.name) throw new NotFound(`a group called “${slug}”`);
  return answerOf({ name: texts.name, fileName: slug }, [texts], address);
}

/** The public meetings of a place's own groups and the events in it, and of no other's (case 75). Throws NotFound. */
export async function placeFeed(ctx: Ctx, slug: string, address: FeedAddress): Promise<FeedAnswer> {
  const [place] = await ctx.db
    .select({ id: places.id, name: places.name })
    .from(places)
    .where(eq(places.slug, slug));
  if (!place) throw new NotFound(`a place called “${slug}”`);
  const texts = [
    await joinMeetingsOfGroups(ctx, await groupsOfPlace(ctx, slug), address),
    await joinEventsOfPlace(ctx, place.id, address),
  ];
  return answerOf({ name: `Meetings and events in ${place.name}`, fileName: slug }, texts, address);
}

/** One public meeting. Throws NotFound. */
export async function oneMeetingFeed(ctx: Ctx, id: string, address: FeedAddress): Promise<FeedAnswer> {
  const [meeting] = isId(id)
    ? await ctx.db
        .select({ title: meetings.title, heldOn: meetings.heldOn })
        .from(meetings)
        .where(and(eq(meetings.id, id), eq(meetings.isPublic, true)))
    : [];
  if (!meeting) throw new NotFound("that meeting");
  const texts = await joinOneMeeting(ctx, address, id);
  return answerOf({ name: meeting.title, fileName: `meeting-${meeting.heldOn}` }, [texts], address);
}
