import { taxonomies, taxonomyTerms } from "#db/schema/taxonomies.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import { audiences } from "./audiences.ts";
import { companyAndMind } from "./company-and-mind.ts";
import { familiesAndAge } from "./families-and-age.ts";
import { foodAndMoney } from "./food-and-money.ts";
import { healthAndCare } from "./health-and-care.ts";
import { homeAndRights } from "./home-and-rights.ts";
import { learningAndLeisure } from "./learning-and-leisure.ts";
import type { DemoTerm } from "./topic.ts";

/** Topics in the order in which pages list them. */
export const topics = [
  ...foodAndMoney,
  ...homeAndRights,
  ...companyAndMind,
  ...healthAndCare,
  ...familiesAndAge,
  ...learningAndLeisure,
];

const topicSlugs = new Set(topics.flatMap((topic) => [topic.slug, ...topic.terms.map((term) => term.slug)]));
const audienceSlugs = new Set(audiences.map((audience) => audience.slug));

/** The id of a topic or of one of its terms; a slug that nothing carries is a mistake in the data. */
export function topicId(slug: string): string {
  if (!topicSlugs.has(slug)) throw new Error(`No topic is called ${slug}`);
  return idOf(`topic:${slug}`);
}

export function audienceId(slug: string): string {
  if (!audienceSlugs.has(slug)) throw new Error(`No audience is called ${slug}`);
  return idOf(`audience:${slug}`);
}

export function topicRows(): TableRows[] {
  const topicsId = idOf("taxonomy:topics");
  const audiencesId = idOf("taxonomy:audiences");
  const parents = topics.map((topic, position) => ({
    ...termRow(topic, position),
    id: topicId(topic.slug),
    taxonomyId: topicsId,
  }));
  const children = topics.flatMap((topic) =>
    topic.terms.map((term, position) => ({
      ...termRow(term, position),
      id: topicId(term.slug),
      taxonomyId: topicsId,
      parentId: topicId(topic.slug),
    })),
  );
  const circumstances = audiences.map((audience, position) => ({
    ...termRow(audience, position),
    id: audienceId(audience.slug),
    taxonomyId: audiencesId,
  }));
  return [
    rowsOf(taxonomies, [
      {
        id: topicsId,
        slug: "topics",
        name: "Topics",
        description: "What people need help with or want to do, in their own words.",
        version: "1",
      },
      {
        id: audiencesId,
        slug: "audiences",
        name: "Who it is for",
        description: "The people something is meant for, in the words they use of themselves.",
        version: "1",
      },
    ]),
    rowsOf(taxonomyTerms, parents),
    rowsOf(taxonomyTerms, [...children, ...circumstances]),
  ];
}

function termRow({ slug, name, description, words }: DemoTerm, position: number) {
  return { slug, name, description, words, position };
}
