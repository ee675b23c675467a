import { changes } from "#db/schema/accounts.ts";
import { personIdOf } from "../accounts.server.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import { organisationId, organisationOf } from "./organisation-rows.server.ts";

const SLUG = "magdalen-street-neighbours";
const DAY = 86_400_000;

interface PastEdit {
  daysAgo: number;
  email: string;
  before: object;
  after: object;
}

/** What the keepers of one organisation did to its record, so that its history has something to show and restore. */
export function historyRows(now: Date): TableRows[] {
  const rows = pastEdits().map(({ daysAgo, email, before, after }) => ({
    id: idOf(`change:${SLUG}:${daysAgo}`),
    at: new Date(now.getTime() - daysAgo * DAY),
    ...{ actorKind: "person" as const, personId: personIdOf(email), deed: "edit organisation" },
    ...{ noun: "organisation", nounId: organisationId(SLUG), before, after },
  }));
  return [rowsOf(changes, rows)];
}

function pastEdits(): PastEdit[] {
  const { name, kind, description, helps = "", topics = [], formerNames = [] } = organisationOf(SLUG);
  const about = { description, helps, website: `https://${SLUG}.example.org/`, topics };
  const known = formerNames.map(([former, until]) => ({ name: former, until }));
  return [
    {
      ...{ daysAgo: 40, email: "owner@example.org" },
      before: { about: { ...about, description: "A warm room above the launderette.", helps: "" } },
      after: { about: { ...about, helps: "" } },
    },
    {
      ...{ daysAgo: 33, email: "owner@example.org" },
      before: { names: { name, kind, formerNames: [] } },
      after: { names: { name, kind, formerNames: known } },
    },
    {
      ...{ daysAgo: 5, email: "editor@example.org" },
      before: { about: { ...about, helps: "" } },
      after: { about },
    },
  ];
}
