import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { KeptQuery } from "#app/domain/calendars/inputs.ts";
import { findMyCalendars, findMyOwners } from "#app/domain/calendars/keeping/find-mine.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { readQuery } from "#app/http/query.server.ts";
import { paths } from "#app/paths.ts";
import { ByState, CalendarList } from "#app/ui/calendars/calendar-list.tsx";
import { LinkButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Empty } from "#app/ui/kit/show/empty.tsx";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { Pagination } from "#app/ui/kit/show/pagination.tsx";

export const loader = signedIn(async (ctx, { url }) => {
  const did = url.searchParams.get("did");
  const query = readQuery(url, KeptQuery);
  const [kept, owners] = await Promise.all([findMyCalendars(ctx, query), findMyOwners(ctx)]);
  return { ...kept, state: query.state, owners, did };
});

export const meta: MetaFunction = () => [{ title: titleFor("Calendars") }];

export default function Calendars() {
  const { calendars, owners, did, state, page, pages, counts } = useLoaderData<typeof loader>();
  const [only] = owners;
  const href = paths.calendars.new(only && owners.length === 1 ? { for: `${only.noun}s/${only.slug}` } : {});
  return (
    <Measure>
      {did === "leave" && <Done>Your group is out of the calendar. Its past meetings stay.</Done>}
      {did === "disconnect" && <Done>The calendar is disconnected. What is past stays as it was.</Done>}
      <PageHeading
        title="Calendars"
        breadcrumbs={[{ label: "Your account", href: paths.account() }]}
        lead="Diaries that are kept elsewhere, and read here again and again. Only those who keep them see this page."
      />
      <LinkButton href={href}>Connect a calendar</LinkButton>
      <ByState counts={counts} state={state} />
      {calendars.length === 0 && !state && (
        <Empty title="No calendar is connected yet">
          <p className="govuk-body">
            If your group or organisation keeps its dates in Outlook, Google, Nextcloud or on a website,
            connect it: then you enter each date once.
          </p>
        </Empty>
      )}
      <CalendarList calendars={calendars} />
      <Pagination
        page={page}
        pageCount={pages}
        hrefFor={(to) => paths.calendars.all({ ...(state && { state }), page: to })}
      />
    </Measure>
  );
}
