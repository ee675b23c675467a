import { readFeed } from "#app/domain/calendars/ics.ts";
import { largeFeed, largeFeedWindow } from "./feed.ts";

/* A process of its own, as its memory is measured: it makes the large feed, reads it once, and says the most it had. */
const body = new TextEncoder().encode(largeFeed());
readFeed(body, largeFeedWindow);
process.stdout.write(`${process.resourceUsage().maxRSS * 1024}\n`);
