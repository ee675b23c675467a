import { eq, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Ctx } from "#app/domain/context.ts";
import { people } from "#db/schema/accounts.ts";
import { groups } from "#db/schema/groups.ts";
import { cases } from "#db/schema/keeping/cases.ts";
import { organisations } from "#db/schema/organisations.ts";
import type { Case } from "./case.ts";

const decider = alias(people, "decider");

/** Cases with the names of what they are about; not limited to anybody's reach. */
export function selectCases({ db }: Pick<Ctx, "db">, wanted: SQL | undefined) {
  return db
    .select({
      row: cases,
      organisation: { slug: organisations.slug, name: organisations.name },
      group: { slug: groups.slug, name: groups.name },
      decidedBy: decider.name,
    })
    .from(cases)
    .innerJoin(organisations, eq(organisations.id, cases.organisationId))
    .leftJoin(groups, eq(groups.id, cases.groupId))
    .leftJoin(decider, eq(decider.id, cases.decidedById))
    .where(wanted)
    .$dynamic();
}

type Selected = Awaited<ReturnType<typeof selectCases>>[number];

/** The row is written by `openCase` alone, which types its details by its kind. */
export function caseOf({ row, organisation, group, decidedBy }: Selected): Case {
  const { decidedById: _, onceKey: __, updatedAt: ___, ...shown } = row;
  return {
    ...shown,
    organisation,
    group,
    decidedBy,
    createdAt: row.createdAt.toISOString(),
    climbsAt: row.climbsAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  } as Case;
}
