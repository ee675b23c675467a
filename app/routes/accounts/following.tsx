import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findFollowed } from "#app/domain/meetings/following/find-following.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Card, CardList } from "#app/ui/kit/show/card.tsx";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { followKinds } from "#db/vocabulary-diary.ts";

export const loader = signedIn(async (ctx, { url }) => ({
  followed: await findFollowed(ctx),
  hasStopped: url.searchParams.get("did") === "stop",
}));

export const meta: MetaFunction = () => [{ title: titleFor("Groups you follow") }];

export default function Following() {
  const { followed, hasStopped } = useLoaderData<typeof loader>();
  return (
    <Measure>
      {hasStopped && <Done>You no longer follow that group.</Done>}
      <PageHeading
        title="Groups you follow"
        breadcrumbs={[{ label: "Your account", href: paths.account() }]}
        lead={<p>Of their meetings you hear when one moves, is called off or is on again.</p>}
      />
      {followed.length === 0 && (
        <p className="govuk-body">
          You follow no group. Choose one from <a href={paths.groups()}>all groups</a>.
        </p>
      )}
      <CardList>
        {followed.map(({ slug, name, kind }) => (
          <Card title={name} href={paths.group(slug)} level={2} key={slug}>
            <p>{followKinds[kind]}</p>
            <p>
              <a className="govuk-link" href={paths.followGroup(slug)}>
                Change<span className="govuk-visually-hidden"> how you follow {name}</span>
              </a>{" "}
              or{" "}
              <a className="govuk-link" href={paths.stopFollowing(slug)}>
                stop<span className="govuk-visually-hidden"> following {name}</span>
              </a>
            </p>
          </Card>
        ))}
      </CardList>
    </Measure>
  );
}
