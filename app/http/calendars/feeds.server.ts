import type { FeedAnswer } from "#app/domain/calendars/feeds/answer.ts";
import {
  oneEventFeed,
  organisationFeed,
  whatsOnFeed,
} from "#app/domain/calendars/feeds/event-feeds.server.ts";
import { FeedQuery } from "#app/domain/calendars/inputs.ts";
import type { Ctx } from "#app/domain/context.ts";
import {
  groupFeed,
  oneMeetingFeed,
  placeFeed,
} from "#app/domain/meetings/calendar/feeds/meeting-feed.server.ts";
import { myFeed } from "#app/domain/meetings/calendar/feeds/my-feed.server.ts";
import { readQuery } from "#app/http/query.server.ts";
import { paths } from "#app/paths.ts";
import { feedAddress } from "./feed-reply.server.ts";

/** Every feed of the site by its name; `word` is the slug, id or secret of its address. Each throws NotFound. */
export const feeds = {
  group: (ctx, word) => groupFeed(ctx, word, feedAddress(paths.groupFeed(word))),
  place: (ctx, word) => placeFeed(ctx, word, feedAddress(paths.placeFeed(word))),
  organisation: (ctx, word) => organisationFeed(ctx, word, feedAddress(paths.organisationFeed(word))),
  whatsOn: (ctx, _, url) => {
    const query = readQuery(url, FeedQuery);
    return whatsOnFeed(ctx, query, feedAddress(paths.whatsOnFeed(query)));
  },
  meeting: (ctx, word) => oneMeetingFeed(ctx, word, feedAddress(paths.meetingIcs(word))),
  event: (ctx, word) => oneEventFeed(ctx, word, feedAddress(paths.eventIcs(word))),
  mine: (ctx, word) => myFeed(ctx, word, feedAddress(paths.myFeed(word))),
} satisfies Record<string, (ctx: Ctx, word: string, url: URL) => Promise<FeedAnswer>>;

export type FeedName = keyof typeof feeds;
