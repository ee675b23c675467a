import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { archiveEvent } from "#app/domain/calendars/typed/call-off.server.ts";
import { showKeptDate } from "#app/domain/calendars/typed/find-typed-events.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn((ctx, { params }) => showKeptDate(ctx, params.id ?? ""));

export const action = signedIn(async (ctx, { params }) => {
  const { organisation } = await showKeptDate(ctx, params.id ?? "");
  await archiveEvent(ctx, params.id ?? "");
  return redirect(paths.keptEvents(organisation.slug, { did: "archive" }));
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Take this event down?") }];

export default function ArchiveEvent() {
  const { title, organisation } = useLoaderData<typeof loader>();
  const list = paths.keptEvents(organisation.slug);
  return (
    <AskFirst
      title="Take this event down?"
      caption={title}
      breadcrumbs={[{ label: "Your events", href: list }]}
      button="Take it down"
      manner="warning"
      keep={{ label: "Keep it", href: list }}
    >
      <p className="govuk-body">
        All its dates leave the lists, and its pages are gone. You can put it back later. If it only does not
        take place, call the date off instead: people then see it.
      </p>
    </AskFirst>
  );
}
