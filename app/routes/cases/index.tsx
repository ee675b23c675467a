import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findCases } from "#app/domain/cases/find-cases.server.ts";
import { CaseFilter } from "#app/domain/cases/inputs.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { readQuery } from "#app/http/query.server.ts";
import { paths } from "#app/paths.ts";
import { CaseList } from "#app/ui/cases/case-list.tsx";
import { kindHeadings } from "#app/ui/cases/case-words.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Empty } from "#app/ui/kit/show/empty.tsx";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { Pagination } from "#app/ui/kit/show/pagination.tsx";

export const loader = signedIn(async (ctx, { url }) => {
  const did = url.searchParams.get("did");
  const filter = readQuery(url, CaseFilter);
  return { ...(await findCases(ctx, filter)), filter, did };
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Cases") }];

export default function Cases() {
  const { cases, pages, filter, did } = useLoaderData<typeof loader>();
  return (
    <Measure>
      {did === "pass on" && <Done>The Assembly team has it now.</Done>}
      <PageHeading
        title="Cases"
        lead="What waits for you to decide, to answer or to mend. The oldest come first."
      />
      <Filters />
      {cases.length === 0 ? <Nothing /> : <CaseList cases={cases} />}
      <Pagination
        page={filter.page}
        pageCount={pages}
        hrefFor={(page) => paths.cases({ ...shown(filter), page })}
      />
    </Measure>
  );
}

/** Open or decided, and each kind with how many there are. */
function Filters() {
  const { filter, counts } = useLoaderData<typeof loader>();
  const { show, kind } = filter;
  const total = counts.reduce((sum, one) => sum + one.cases, 0);
  return (
    <nav aria-label="Which cases">
      <ul className="govuk-list tags">
        <Choice label="Open" href={paths.cases()} isCurrent={show === "open"} />
        <Choice label="Decided" href={paths.cases({ show: "decided" })} isCurrent={show === "decided"} />
      </ul>
      {counts.length > 1 && (
        <ul className="govuk-list tags">
          <Choice label={`All (${total})`} href={paths.cases(shown({ show }))} isCurrent={!kind} />
          {counts.map((one) => (
            <Choice
              label={`${kindHeadings[one.kind]} (${one.cases})`}
              href={paths.cases({ ...shown({ show }), kind: one.kind })}
              isCurrent={kind === one.kind}
              key={one.kind}
            />
          ))}
        </ul>
      )}
    </nav>
  );
}

function Choice({ label, href, isCurrent }: { label: string; href: string; isCurrent: boolean }) {
  return (
    <li>
      {isCurrent ? (
        <strong aria-current="true">{label}</strong>
      ) : (
        <a className="govuk-link" href={href}>
          {label}
        </a>
      )}
    </li>
  );
}

function Nothing() {
  const { filter } = useLoaderData<typeof loader>();
  if (filter.show === "decided") {
    return <Empty title="Nothing has been decided yet">{null}</Empty>;
  }
  return (
    <Empty title="Nothing waits for you">
      <p className="govuk-body">
        When somebody registers an organisation in your area, asks for a change, or says that something is
        wrong with a record that you keep, it stands here and you get a mail.
      </p>
    </Empty>
  );
}

/** The plain page is the one of open cases. */
const shown = ({ show, kind }: { show: string; kind?: string | undefined }) => ({
  show: show === "open" ? undefined : show,
  kind,
});
