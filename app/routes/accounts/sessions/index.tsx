import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findSessions } from "#app/domain/accounts/sessions/sessions.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { sessionIdOf } from "#app/http/session.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/ui/kit/dates/date-time.ts";
import { DeedButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Card, CardFacts, CardList } from "#app/ui/kit/show/card.tsx";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { Tag } from "#app/ui/kit/show/tag.tsx";

export const loader = signedIn(async (ctx, { request, url }) => {
  const here = sessionIdOf(request);
  const sessions = await findSessions(ctx);
  return {
    sessions: sessions.map((session) => ({ ...session, isHere: session.id === here })),
    hasEnded: url.searchParams.get("did") === "end",
  };
});

export const meta: MetaFunction = () => [{ title: titleFor("Where you are signed in") }];

export default function Sessions() {
  const { sessions, hasEnded } = useLoaderData<typeof loader>();
  return (
    <Measure>
      {hasEnded && <Done>That device is signed out.</Done>}
      <PageHeading
        title="Where you are signed in"
        breadcrumbs={[{ label: "Your account", href: paths.account() }]}
        lead={<p>If you do not know a device, sign it out and change your password.</p>}
      />
      <CardList>
        {sessions.map(({ id, device, since, seenAt, isHere }) => (
          <Card title={device || "Unknown device"} level={2} key={id}>
            <CardFacts
              facts={[
                isHere && <Tag colour="green">This one</Tag>,
                `Signed in on ${formatDate(since)}`,
                `Last used on ${formatDate(seenAt)}`,
              ]}
            />
            {!isHere && (
              <DeedButton action={paths.endSession(id)}>
                Sign out<span className="govuk-visually-hidden"> {device || "unknown device"}</span>
              </DeedButton>
            )}
          </Card>
        ))}
      </CardList>
      <DeedButton action={paths.signOutEverywhere()} manner="warning">
        Sign out everywhere
      </DeedButton>
      <p className="govuk-body">This device is signed out too.</p>
    </Measure>
  );
}
