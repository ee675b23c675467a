import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NotFound } from "#app/domain/errors.ts";
import { archiveOrganisation } from "#app/domain/organisations/keeping/change-state.server.ts";
import { findKeptOrganisation } from "#app/domain/organisations/keeping/find-kept.server.ts";
import { mayArchiveOrganisation } from "#app/domain/organisations/policy.ts";
import { DAYS_TO_RESTORE } from "#app/domain/organisations/restorable.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { AskFirst } from "#app/ui/kit/forms/ask-first.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const organisation = await findKeptOrganisation(ctx, params.slug ?? "");
  if (!mayArchiveOrganisation(ctx.actor, organisation.id)) throw new NotFound("that page");
  const { slug, state } = organisation;
  if (state !== "live" && state !== "temporarily-closed") throw redirect(paths.editOrganisation(slug));
  return { organisation };
});

export const action = signedIn(async (ctx, { params }) => {
  const slug = params.slug ?? "";
  await archiveOrganisation(ctx, slug);
  return redirect(paths.editOrganisation(slug, { did: "archived" }));
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Archive this organisation?") }];

export default function ArchiveOrganisation() {
  const { slug, name } = useLoaderData<typeof loader>().organisation;
  return (
    <AskFirst
      title="Archive this organisation?"
      caption={name}
      breadcrumbs={[{ label: name, href: paths.editOrganisation(slug) }]}
      button="Archive this organisation"
      manner="warning"
      keep={{ label: "Keep it", href: paths.editOrganisation(slug) }}
    >
      <p className="govuk-body">
        Its page, services, opportunities and events leave the site. Nothing is deleted: for {DAYS_TO_RESTORE}{" "}
        days its owners can bring everything back as it was, and after that the Assembly team can.
      </p>
    </AskFirst>
  );
}
