import type { Feed } from "#app/domain/calendars/ics.ts";

/** What the reading calls what has no title. */
export const untitled = "Untitled event";

interface Titled {
  uid: string;
  givenTitle: string | null;
}

/** A feed whose untitled events say the titles that their keeper gave them: a reading does not take those away. */
export function withGivenTitles(feed: Feed, rows: readonly Titled[]): Feed {
  const titles = new Map(rows.flatMap(({ uid, givenTitle }) => (givenTitle ? [[uid, givenTitle]] : [])));
  if (titles.size === 0) return feed;
  return {
    ...feed,
    events: feed.events.map((event) => {
      const summary = event.isUntitled ? titles.get(event.uid) : undefined;
      return summary ? { ...event, summary, isUntitled: false } : event;
    }),
    occurrences: feed.occurrences.map((one) => {
      const summary = one.summary === untitled ? titles.get(one.uid) : undefined;
      return summary ? { ...one, summary } : one;
    }),
  };
}
