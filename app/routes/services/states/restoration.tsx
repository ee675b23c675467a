import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DAYS_TO_RESTORE } from "#app/domain/organisations/restorable.ts";
import { mayRestoreService } from "#app/domain/services/policy.ts";
import { findServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { restoreService } from "#app/domain/services/states/archive-service.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const service = await findServiceRecord(ctx, params.slug ?? "");
  const { slug, name, archivedAt } = service;
  if (service.state !== "archived") throw redirect(paths.editService(slug));
  return { slug, name, archivedAt, may: mayRestoreService(ctx.actor, service, ctx.now) };
});

export const action = signedIn(async (ctx, { params }) => {
  const slug = params.slug ?? "";
  await restoreService(ctx, slug);
  return redirect(paths.editService(slug, { did: "restore" }));
});

export const meta: MetaFunction = () => [{ title: titleFor("Bring this service back?") }];

export default function RestoreService() {
  const { slug, name, archivedAt, may } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading
        title="Bring this service back?"
        caption={name}
        breadcrumbs={[{ label: name, href: paths.editService(slug) }]}
      />
      {archivedAt && <p className="govuk-body">It was archived on {formatDay(archivedAt)}.</p>}
      {may ? (
        <form method="post">
          <p className="govuk-body">It comes back as it was before: a published one is published again.</p>
          <Button>Bring it back</Button>
        </form>
      ) : (
        <p className="govuk-body">
          That is more than {DAYS_TO_RESTORE} days ago. Ask the Assembly team to bring it back: nothing of it
          is lost.
        </p>
      )}
    </Measure>
  );
}
