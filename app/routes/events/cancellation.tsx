import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { cancelEventDate } from "#app/domain/calendars/typed/call-off.server.ts";
import { showKeptDate } from "#app/domain/calendars/typed/find-typed-events.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { EventTime } from "#app/ui/events/event-time.tsx";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn((ctx, { params }) => showKeptDate(ctx, params.id ?? ""));

export const action = signedIn(async (ctx, { params }) => {
  const { organisation } = await showKeptDate(ctx, params.id ?? "");
  await cancelEventDate(ctx, params.id ?? "");
  return redirect(paths.keptEvents(organisation.slug, { did: "cancel" }));
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Call this date off?") }];

export default function CancelEventDate() {
  const { title, date, organisation } = useLoaderData<typeof loader>();
  const list = paths.keptEvents(organisation.slug);
  return (
    <AskFirst
      title="Call this date off?"
      caption={title}
      breadcrumbs={[{ label: "Your events", href: list }]}
      button="Call it off"
      manner="warning"
      keep={{ label: "Hold it as planned", href: list }}
    >
      <p className="govuk-body-l">
        <EventTime happening={date} />
      </p>
      <p className="govuk-body">
        The date stays in the lists, marked as cancelled, so that nobody sets out for it. Other dates go on.
      </p>
    </AskFirst>
  );
}
