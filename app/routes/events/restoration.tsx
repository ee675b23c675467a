import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { restoreEvent } from "#app/domain/calendars/typed/call-off.server.ts";
import { showKeptDate } from "#app/domain/calendars/typed/find-typed-events.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn((ctx, { params }) => showKeptDate(ctx, params.id ?? ""));

export const action = signedIn(async (ctx, { params }) => {
  const { organisation } = await showKeptDate(ctx, params.id ?? "");
  await restoreEvent(ctx, params.id ?? "");
  return redirect(paths.keptEvents(organisation.slug, { did: "restore" }));
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Put this event back?") }];

export default function RestoreEvent() {
  const { title, organisation } = useLoaderData<typeof loader>();
  const list = paths.keptEvents(organisation.slug);
  return (
    <AskFirst
      title="Put this event back?"
      caption={title}
      breadcrumbs={[{ label: "Your events", href: list }]}
      button="Put it back"
      manner="primary"
      keep={{ label: "Leave it", href: list }}
    >
      <p className="govuk-body">It comes back with all the dates that it had, for everybody to see.</p>
    </AskFirst>
  );
}
