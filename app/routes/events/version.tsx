import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findChoicesForEvent } from "#app/domain/calendars/typed/find-choices.server.ts";
import { findEventVersion, restoreEventVersion } from "#app/domain/calendars/typed/restore-event.server.ts";
import { orFormReply } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { differencesBetween } from "#app/ui/events/versions.ts";
import { DifferenceTable } from "#app/ui/history/history-list.tsx";
import { formatDateTime } from "#app/ui/kit/dates/date-time.ts";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { kept, at, fields } = await findEventVersion(ctx, params.id ?? "", params.change ?? "");
  const { choices } = await findChoicesForEvent(ctx, kept.organisation.slug);
  return { id: kept.date.id, title: kept.event.summary, at, fields, current: kept.fields, choices };
});

export const action = signedIn(async (ctx, { params }) => {
  const restored = await orFormReply({}, () =>
    restoreEventVersion(ctx, params.id ?? "", params.change ?? ""),
  );
  return restored.ok ? redirect(paths.eventHistory(restored.value.id)) : restored.reply;
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Put this back?") }];

export default function VersionOfEvent() {
  const { id, title, at, fields, current, choices } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const rows = differencesBetween(current, fields, choices);
  return (
    <AskFirst
      title="Put this back?"
      caption={title}
      breadcrumbs={[{ label: "History", href: paths.eventHistory(id) }]}
      errors={failed?.errors}
      button="Put it back"
      keep={{ label: "Leave it as it is now", href: paths.eventHistory(id) }}
    >
      <p className="govuk-body">
        This is how it was before the change of {formatDateTime(at)}. It changes all dates to come; what
        stands now stays in the history.
      </p>
      {rows.length === 0 && <p className="govuk-body">It is just the same now.</p>}
      <DifferenceTable rows={rows} caption="Now and then" columns={["Now", "Then"]} />
    </AskFirst>
  );
}
