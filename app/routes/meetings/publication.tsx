import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publishAgenda } from "#app/domain/meetings/agenda/publish-agenda.server.ts";
import { showMeeting } from "#app/domain/meetings/show-meeting.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/ui/kit/dates/date-time.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { meeting, agenda, may } = await showMeeting(ctx, params.id ?? "");
  // Published in another tab, or not theirs to publish: the meeting's own page says how it stands
  if (!may.publishAgenda) throw redirect(paths.meeting(meeting.id));
  return { meeting, count: agenda.length };
});

export const action = signedIn(async (ctx, { params }) => {
  const meeting = await publishAgenda(ctx, params.id ?? "");
  return redirect(`${paths.meeting(meeting.id)}?did=publish`);
});

export const meta: MetaFunction = () => [{ title: titleFor("Publish this agenda?") }];

export default function PublishAgenda() {
  const { meeting, count } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading title="Publish this agenda?" caption={`${meeting.title}, ${formatDate(meeting.heldOn)}`} />
      <p className="govuk-body">
        Everybody will see its {count} items and what networks wrote about theirs. What is raised later goes
        to the next meeting.
      </p>
      <form method="post">
        <ButtonGroup>
          <Button>Publish this agenda</Button>
          <a className="govuk-link" href={paths.meeting(meeting.id)}>
            Not yet
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}
