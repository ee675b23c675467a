import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { restoreOrganisation } from "#app/domain/organisations/keeping/change-state.server.ts";
import { findKeptOrganisation } from "#app/domain/organisations/keeping/find-kept.server.ts";
import { mayRestoreOrganisation } from "#app/domain/organisations/policy.ts";
import { restorableUntil } from "#app/domain/organisations/restorable.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const organisation = await findKeptOrganisation(ctx, params.slug ?? "");
  const { slug, state, archivedAt } = organisation;
  if (state !== "archived" || !archivedAt) throw redirect(paths.editOrganisation(slug));
  const may = mayRestoreOrganisation(ctx.actor, organisation, ctx.now);
  return { organisation, archivedAt, until: restorableUntil(archivedAt).toISOString(), may };
});

export const action = signedIn(async (ctx, { params }) => {
  const slug = params.slug ?? "";
  await restoreOrganisation(ctx, slug);
  return redirect(paths.editOrganisation(slug, { did: "restored" }));
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Restore this organisation?") }];

export default function RestoreOrganisation() {
  const { organisation, archivedAt, until, may } = useLoaderData<typeof loader>();
  const { slug, name } = organisation;
  return (
    <Measure>
      <PageHeading
        title="Restore this organisation?"
        caption={name}
        breadcrumbs={[{ label: name, href: paths.editOrganisation(slug) }]}
      />
      <p className="govuk-body">
        It was archived on {formatDay(archivedAt)}. Restored, its page and what belongs to it stand on the
        site as before. Its owners can do this until {formatDay(until)}; after that, ask the Assembly team.
      </p>
      {may && (
        <form method="post">
          <ButtonGroup>
            <Button>Restore this organisation</Button>
            <a className="govuk-link" href={paths.editOrganisation(slug)}>
              Leave it archived
            </a>
          </ButtonGroup>
        </form>
      )}
    </Measure>
  );
}
