import { findEvent } from "#app/domain/calendars/find-event.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findGroup } from "#app/domain/groups/find.server.ts";
import { findMeeting } from "#app/domain/meetings/find.server.ts";
import { findOrganisation } from "#app/domain/organisations/find.server.ts";
import { findPlaces } from "#app/domain/places/find.server.ts";
import { findTopics } from "#app/domain/services/find-topics.server.ts";
import { paths } from "#app/paths.ts";

/** Something that one may have in one's calendar. Paths, not whole addresses. */
export interface FeedSubject {
  /** As the calendar will be called. */
  name: string;
  /** What it holds, after "It holds ". */
  holds: string;
  feed: string;
  /** Its own page. */
  page: { label: string; href: string };
  /** Where the address is of one meeting or event: it may be taken as a file. */
  isOne: boolean;
  /** The calendars around one meeting or event that hold more. */
  wider: { label: string; href: string }[];
}

interface Filters {
  place?: string | undefined;
  topic?: string | undefined;
}

const byKind: Record<string, (ctx: Ctx, word: string) => Promise<FeedSubject>> = {
  groups: ofGroup,
  places: ofPlace,
  organisations: ofOrganisation,
  meetings: ofMeeting,
  events: ofEvent,
};

/** What `to` names: "groups/norwich-place-board", "whats-on" and so on. Throws NotFound. */
export async function findFeedSubject(ctx: Ctx, to: string, filters: Filters): Promise<FeedSubject> {
  if (to === "whats-on") return ofWhatsOn(ctx, filters);
  const [kind = "", word = "", ...rest] = to.split("/");
  const find = Object.hasOwn(byKind, kind) ? byKind[kind] : undefined;
  if (!find || rest.length > 0) throw new NotFound("that calendar");
  return find(ctx, word);
}

async function ofGroup(ctx: Ctx, word: string): Promise<FeedSubject> {
  const { slug, name } = await findGroup(ctx, word);
  const holds =
    "every public meeting of this group, with its place, its agenda once that is published, and what was called off";
  return whole({ name, holds, feed: paths.groupFeed(slug), page: { label: name, href: paths.group(slug) } });
}

async function ofPlace(ctx: Ctx, word: string): Promise<FeedSubject> {
  const place = (await findPlaces(ctx)).find(({ slug }) => slug === word);
  if (!place) throw new NotFound(`a place called “${word}”`);
  return whole({
    name: `Meetings and events in ${place.name}`,
    holds: `the public meetings of the groups of ${place.name}, and what is on there`,
    feed: paths.placeFeed(place.slug),
    page: { label: place.name, href: paths.place(place.slug) },
  });
}

async function ofOrganisation(ctx: Ctx, word: string): Promise<FeedSubject> {
  const found = await findOrganisation(ctx, word);
  if ("movedTo" in found) return ofOrganisation(ctx, found.movedTo);
  const { slug, name } = found;
  const holds = "everything that this organisation puts on and anybody may come to";
  const page = { label: name, href: paths.organisation(slug) };
  return whole({ name, holds, feed: paths.organisationFeed(slug), page });
}

async function ofWhatsOn(ctx: Ctx, { place, topic }: Filters): Promise<FeedSubject> {
  const where = place && (await findPlaces(ctx)).find(({ slug }) => slug === place);
  const about = topic && (await findTopics(ctx)).find(({ slug }) => slug === topic);
  if ((place && !where) || (topic && !about)) throw new NotFound("that calendar");
  const name = ["What’s on", where && `in ${where.name}`, about && `about ${about.name}`]
    .filter(Boolean)
    .join(" ");
  return whole({
    ...{ name, feed: paths.whatsOnFeed({ place, topic }) },
    holds: `every event to come${where ? ` in ${where.name}` : ""}${about ? ` on the topic “${about.name}”` : ""}, of all organisations here`,
    page: {
      label: "What’s on",
      href: paths.whatsOn({ ...(place ? { place } : {}), ...(topic ? { topic } : {}) }),
    },
  });
}

async function ofMeeting(ctx: Ctx, word: string): Promise<FeedSubject> {
  const { id, title, groups, isPublic } = await findMeeting(ctx, word);
  if (!isPublic) throw new NotFound("that meeting");
  return {
    ...{ name: title, holds: "this one meeting, and its changes", feed: paths.meetingIcs(id), isOne: true },
    page: { label: title, href: paths.meeting(id) },
    wider: groups.map(({ slug, name }) => ({
      label: `All meetings of ${name}`,
      href: paths.subscribe(`groups/${slug}`),
    })),
  };
}

async function ofEvent(ctx: Ctx, word: string): Promise<FeedSubject> {
  const { id, title, organisation, otherDates } = await findEvent(ctx, word);
  const holds =
    otherDates.length > 0
      ? "this event with all its dates, and its changes"
      : "this one event, and its changes";
  return {
    ...{ name: title, holds, feed: paths.eventIcs(id), isOne: true },
    page: { label: title, href: paths.event(id) },
    wider: organisation
      ? [
          {
            label: `Everything that ${organisation.name} puts on`,
            href: paths.subscribe(`organisations/${organisation.slug}`),
          },
        ]
      : [],
  };
}

const whole = (subject: Omit<FeedSubject, "isOne" | "wider">): FeedSubject => ({
  ...subject,
  isOne: false,
  wider: [],
});
