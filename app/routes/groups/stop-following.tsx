import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findFollowing } from "#app/domain/meetings/following/find-following.server.ts";
import { stopFollowing } from "#app/domain/meetings/following/stop-following.server.ts";
import { countInvitations } from "#app/domain/meetings/invitations/count-invitations.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { stopInWords } from "#app/ui/meetings/mails-at-once.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const following = await findFollowing(ctx, params.slug ?? "");
  // Stopped in another tab, or never begun: the page for following says how it stands
  if (!following.kind) throw redirect(paths.followGroup(following.group.slug));
  return { ...following, mails: await countInvitations(ctx, following.group.id) };
});

export const action = signedIn(async (ctx, { params }) => {
  await stopFollowing(ctx, params.slug ?? "");
  return redirect(paths.following({ did: "stop" }));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data && `Stop following ${data.group.name}?`) },
];

export default function StopFollowing() {
  const { group, kind, mails } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading title={`Stop following ${group.name}?`} />
      <p className="govuk-body">
        {kind === "invitations"
          ? `You get no more invitations. ${stopInWords(mails)} The group’s page still lists them.`
          : "You get no more mails when its meetings move or are called off."}
      </p>
      <form method="post">
        <ButtonGroup>
          <Button>Stop following</Button>
          <a className="govuk-link" href={paths.following()}>
            Keep following
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}
