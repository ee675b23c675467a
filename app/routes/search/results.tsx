import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findElsewhere } from "#app/domain/search/elsewhere/find-elsewhere.server.ts";
import { searchServices } from "#app/domain/search/find.server.ts";
import { SearchInput } from "#app/domain/search/inputs.ts";
import { visitor } from "#app/http/gates.server.ts";
import { readQuery } from "#app/http/query.server.ts";
import { paths } from "#app/paths.ts";
import { PageHeading, WithAside } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { CardList } from "#app/ui/kit/show/card.tsx";
import { Empty } from "#app/ui/kit/show/empty.tsx";
import { Inset } from "#app/ui/kit/show/notice.tsx";
import { Pagination } from "#app/ui/kit/show/pagination.tsx";
import { Elsewhere } from "#app/ui/search/elsewhere.tsx";
import { HelpNow } from "#app/ui/search/help-now.tsx";
import { ResultFilters } from "#app/ui/search/result-filters.tsx";
import { countInWords, mayNarrow, questionInWords, unknownNear } from "#app/ui/search/result-words.ts";
import { SearchForm } from "#app/ui/search/search-form.tsx";
import { TopicLinks } from "#app/ui/search/topic-links.tsx";
import { ServiceCard } from "#app/ui/services/service-card.tsx";

export const loader = visitor(async (ctx, { url }) => {
  const asked = readQuery(url, SearchInput);
  const [answer, elsewhere] = await Promise.all([searchServices(ctx, asked), findElsewhere(ctx, asked)]);
  return { asked, answer, elsewhere };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const question = data && questionInWords({ ...data.asked, topic: data.answer.topic });
  const title = question ? `${question} – Find support` : "Find support";
  return [{ title: titleFor(title) }, { name: "robots", content: "noindex" }];
};

export default function Results() {
  const { asked, answer, elsewhere } = useLoaderData<typeof loader>();
  const results = (
    <>
      <Understood />
      {answer.results.length === 0 ? <NothingFound /> : <Found />}
      <Elsewhere {...elsewhere} />
    </>
  );
  const filters = <ResultFilters {...answer} q={asked.q} near={asked.near} />;
  return (
    <>
      <PageHeading title="Find support" />
      <SearchForm q={asked.q} near={asked.near} place={asked.place} />
      <HelpNow dangers={answer.dangers} />
      {answer.isBrowsing && <Topics />}
      {mayNarrow(answer) ? (
        <WithAside asideFirst aside={filters}>
          {results}
        </WithAside>
      ) : (
        results
      )}
    </>
  );
}

function Topics() {
  const { topics } = useLoaderData<typeof loader>().answer;
  return (
    <nav className="section" aria-labelledby="topics">
      <h2 className="govuk-heading-m" id="topics">
        Or choose a topic
      </h2>
      <TopicLinks topics={topics} />
    </nav>
  );
}

/** How the words were read, wherever that differs from what was typed. */
function Understood() {
  const { answer } = useLoaderData<typeof loader>();
  const { corrections, isRelaxed } = answer;
  const elsewhere = unknownNear(answer);
  return (
    <>
      {elsewhere && <Inset>{elsewhere}</Inset>}
      {corrections.length > 0 && (
        <p className="govuk-body">
          Showing results for{" "}
          {corrections.map(({ from, to }, place) => (
            <span key={from}>
              {place > 0 && ", "}
              <strong>{to}</strong> instead of “{from}”
            </span>
          ))}
          .
        </p>
      )}
      {isRelaxed && (
        <p className="govuk-body">Few services fit all of your words, so these fit some of them.</p>
      )}
    </>
  );
}

function Found() {
  const { asked, answer } = useLoaderData<typeof loader>();
  return (
    <>
      <h2 className="govuk-heading-m">{countInWords(answer)}</h2>
      <CardList>
        {answer.results.map((service) => (
          <ServiceCard service={service} level={3} key={service.id} />
        ))}
      </CardList>
      <Pagination
        page={answer.page}
        pageCount={answer.pages}
        hrefFor={(page) => paths.search({ ...asked, page })}
        label="Pages of results"
      />
    </>
  );
}

function NothingFound() {
  const { asked, answer } = useLoaderData<typeof loader>();
  if (answer.total > 0) return <NoSuchPage />;
  const { q, near, place, topic } = asked;
  const nearby = answer.near?.known && near;
  return (
    <Empty title="We found nothing for that">
      <p className="govuk-body">You could:</p>
      <ul className="govuk-list govuk-list--bullet">
        {(nearby || place) && q && (
          <li>
            <a href={paths.search({ q })}>look everywhere</a>, not only{" "}
            {nearby ? `near ${nearby}` : "in one place"}
          </li>
        )}
        {topic && q && (
          <li>
            <a href={paths.search({ q, near })}>look in every topic</a>
          </li>
        )}
        <li>use other or fewer words, or check how they are spelt</li>
        <li>choose a topic:</li>
      </ul>
      <TopicLinks topics={answer.topics} near={near} />
    </Empty>
  );
}

function NoSuchPage() {
  const { asked, answer } = useLoaderData<typeof loader>();
  return (
    <Empty title={`There is no page ${answer.page} of these results`}>
      <p className="govuk-body">
        <a href={paths.search({ ...asked, page: 1 })}>Go to the first page</a>
      </p>
    </Empty>
  );
}
