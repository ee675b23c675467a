import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DAYS_TO_RESTORE } from "#app/domain/organisations/restorable.ts";
import { findServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { archiveService } from "#app/domain/services/states/archive-service.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const { slug, name, state } = await findServiceRecord(ctx, params.slug ?? "");
  if (state === "archived") throw redirect(paths.editService(slug));
  return { slug, name };
});

export const action = signedIn(async (ctx, { params }) => {
  const slug = params.slug ?? "";
  await archiveService(ctx, slug);
  return redirect(paths.editService(slug, { did: "archive" }));
});

export const meta: MetaFunction = () => [{ title: titleFor("Archive this service?") }];

export default function ArchiveService() {
  const { slug, name } = useLoaderData<typeof loader>();
  return (
    <AskFirst
      title="Archive this service?"
      caption={name}
      breadcrumbs={[{ label: name, href: paths.editService(slug) }]}
      button="Archive this service"
      manner="warning"
      keep={{ label: "Keep it", href: paths.editService(slug) }}
    >
      <p className="govuk-body">
        Its page goes, and nobody finds it any more. You can bring it back for {DAYS_TO_RESTORE} days; after
        that, ask the Assembly team. Nothing of it is lost.
      </p>
      <p className="govuk-body">
        If it only stops for a while, <a href={paths.serviceState(slug)}>close it for a while</a> instead.
      </p>
    </AskFirst>
  );
}
