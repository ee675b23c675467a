import { opportunityPlaces, opportunities as opportunityTable } from "#db/schema/opportunities.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import { addDays, londonDay, londonInstant } from "../london-time.ts";
import { emailOf, organisationId, organisationOf } from "../organisations/organisation-rows.server.ts";
import { placeId } from "../places/place-rows.server.ts";
import { slugOf } from "../slug.ts";
import { moneyAndLearning } from "./money-and-learning.ts";
import { volunteeringAndJobs } from "./volunteering-and-jobs.ts";
import { workingTogether } from "./working-together.ts";

export const opportunities = [...volunteeringAndJobs, ...moneyAndLearning, ...workingTogether];

export function opportunityRows(now: Date): TableRows[] {
  const today = londonDay(now);
  return [
    rowsOf(
      opportunityTable,
      opportunities.map((opportunity, index) => {
        const { by, kind, title, summary, description, howToApply, commitment, closesIn } = opportunity;
        const { isOnline = false, isDraft = false } = opportunity;
        const slug = slugOf(title);
        const openedDaysAgo = 5 + ((index * 11) % 30) + Math.max(0, -(closesIn ?? 0));
        const opensAt = londonInstant(addDays(today, -openedDaysAgo), "09:00");
        return {
          id: idOf(`opportunity:${slug}`),
          slug,
          organisationId: organisationId(by),
          kind,
          title,
          summary,
          description,
          howToApply,
          commitment,
          url:
            organisationOf(by).hasWebsite === false
              ? null
              : `https://${by}.example.org/opportunities/${slug}`,
          email: emailOf(organisationOf(by)),
          isOnline,
          opensAt,
          state: isDraft ? ("draft" as const) : ("live" as const),
          publishedAt: isDraft ? null : opensAt,
          closesAt: closesIn === null ? null : londonInstant(addDays(today, closesIn), "17:00"),
        };
      }),
    ),
    rowsOf(
      opportunityPlaces,
      opportunities.flatMap(({ title, places = [] }) =>
        places.map((place) => ({
          opportunityId: idOf(`opportunity:${slugOf(title)}`),
          placeId: placeId(place),
        })),
      ),
    ),
  ];
}
