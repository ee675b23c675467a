import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { reinstateEventDate } from "#app/domain/calendars/typed/call-off.server.ts";
import { showKeptDate } from "#app/domain/calendars/typed/find-typed-events.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { EventTime } from "#app/ui/events/event-time.tsx";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn((ctx, { params }) => showKeptDate(ctx, params.id ?? ""));

export const action = signedIn(async (ctx, { params }) => {
  const { organisation } = await showKeptDate(ctx, params.id ?? "");
  await reinstateEventDate(ctx, params.id ?? "");
  return redirect(paths.keptEvents(organisation.slug, { did: "reinstate" }));
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Hold this date after all?") }];

export default function ReinstateEventDate() {
  const { title, date, organisation } = useLoaderData<typeof loader>();
  const list = paths.keptEvents(organisation.slug);
  return (
    <AskFirst
      title="Hold this date after all?"
      caption={title}
      breadcrumbs={[{ label: "Your events", href: list }]}
      button="Hold it after all"
      manner="primary"
      keep={{ label: "Leave it cancelled", href: list }}
    >
      <p className="govuk-body-l">
        <EventTime happening={date} />
      </p>
      <p className="govuk-body">It is no longer marked as cancelled.</p>
    </AskFirst>
  );
}
