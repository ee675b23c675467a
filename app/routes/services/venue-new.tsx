import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { addVenue } from "#app/domain/services/venues/save-venue.server.ts";
import { VenueInput } from "#app/domain/services/venues/venue-input.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { VenueFields } from "#app/ui/services/forms/venue-fields.tsx";
import { KeeperForm } from "#app/ui/services/record/section-form.tsx";

export const loader = signedIn(async (ctx, { params }) => {
  const { slug, name, state } = await findServiceRecord(ctx, params.slug ?? "");
  if (state === "archived") throw redirect(paths.editService(slug));
  return { slug, name };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const { slug } = await findServiceRecord(ctx, params.slug ?? "");
  const form = await readForm(request, VenueInput);
  if (!form.ok) return form.reply;
  const added = await orFormReply(form.values, () => addVenue(ctx, slug, form.value));
  if (!added.ok) return added.reply;
  const did = added.value.isOnMap ? "place" : "place-off-map";
  return redirect(paths.editServiceSection(slug, "where", { did }));
});

export const meta: MetaFunction = () => [{ title: titleFor("Add a place") }];

export default function NewVenue() {
  const { slug, name } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <Measure>
      <KeeperForm
        failed={failed}
        seen=""
        cancel={paths.editServiceSection(slug, "where")}
        heading={
          <PageHeading
            title="Add a place"
            caption={name}
            breadcrumbs={[{ label: name, href: paths.editService(slug) }]}
            lead="It is kept with your organisation: your other services can use it too."
          />
        }
      >
        <VenueFields field={fieldsOf(failed)} />
      </KeeperForm>
    </Measure>
  );
}
