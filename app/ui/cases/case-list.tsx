import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import { Card, CardFacts, CardList } from "#app/ui/kit/show/card.tsx";
import { Tag } from "#app/ui/kit/show/tag.tsx";
import { type CaseKind, type CaseLevel, type CaseState, caseStates } from "#db/vocabulary-keeping.ts";
import { kindHeadings, whoseTurn } from "./case-words.ts";

export interface ListedCase {
  id: string;
  kind: CaseKind;
  state: CaseState;
  level: CaseLevel;
  title: string;
  organisation: { name: string };
  group: { name: string } | null;
  createdAt: string;
  decidedAt: string | null;
  decidedBy: string | null;
}

/** Cases under a heading for each kind, in the order given. */
export function CaseList({ cases }: { cases: readonly ListedCase[] }) {
  const kinds = [...new Set(cases.map(({ kind }) => kind))];
  return kinds.map((kind) => (
    <section className="section" key={kind}>
      <h2 className="govuk-heading-m">{kindHeadings[kind]}</h2>
      <CardList>
        {cases
          .filter((one) => one.kind === kind)
          .map((one) => (
            <Card title={one.title} href={paths.case(one.id)} key={one.id}>
              <CardFacts facts={[...factsOf(one)]} />
            </Card>
          ))}
      </CardList>
    </section>
  ));
}

function factsOf(one: ListedCase) {
  const since = `Since ${formatDay(one.createdAt)}`;
  if (one.state === "open") return [since, whoseTurn(one)];
  const tag = (
    <Tag colour={one.state === "asked" ? "yellow" : "grey"} key="state">
      {caseStates[one.state]}
    </Tag>
  );
  if (!one.decidedAt) return [tag, since, whoseTurn(one)];
  const who = one.decidedBy ? `by ${one.decidedBy}` : "";
  return [tag, `${formatDay(one.decidedAt)} ${who}`.trim()];
}
