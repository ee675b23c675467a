import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { seenOf } from "#app/domain/section.ts";
import { accessFacts } from "#app/domain/services/venues/access-facts.ts";
import { findVenue } from "#app/domain/services/venues/find-venue.server.ts";
import { saveVenue } from "#app/domain/services/venues/save-venue.server.ts";
import {
  type VenueFields as Fields,
  VenueInput,
  venueValues,
} from "#app/domain/services/venues/venue-input.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { allOf, fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { VenueFields } from "#app/ui/services/forms/venue-fields.tsx";
import { KeeperForm } from "#app/ui/services/record/section-form.tsx";

export const loader = signedIn(async (ctx, { params }) => {
  const { id, service, fields } = await findVenue(ctx, params.slug ?? "", params.venue ?? "");
  if (service.state === "archived") throw redirect(paths.editService(service.slug));
  const { slug, name } = service;
  return { id, slug, name, values: venueValues(fields), seen: seenOf(fields) };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const { id, service } = await findVenue(ctx, params.slug ?? "", params.venue ?? "");
  const form = await readForm(request, VenueInput);
  if (!form.ok) return form.reply;
  const { seen = "" } = form.values;
  const saved = await orFormReply(form.values, () => saveVenue(ctx, service.slug, id, form.value, seen));
  return saved.ok ? redirect(paths.editService(service.slug, { did: "save" })) : saved.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Change a place") }];

export default function EditVenue() {
  const { slug, name, values, seen } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <Measure>
      <KeeperForm
        failed={failed}
        seen={failed?.seen ?? failed?.values.seen ?? seen}
        cancel={paths.editServiceSection(slug, "where")}
        versions={failed?.theirs ? versions(failed.theirs as Fields, failed.values) : []}
        heading={
          <PageHeading
            title={values.name || values.addressLine || "A place"}
            caption="Change a place"
            breadcrumbs={[{ label: name, href: paths.editService(slug) }]}
            lead="All services that are held there say what you change here."
          />
        }
      >
        <VenueFields field={fieldsOf(failed, values)} />
      </KeeperForm>
    </Measure>
  );
}

const labels = {
  ...{
    name: "Name",
    addressLine: "Street",
    town: "Town or village",
    postcode: "Postcode",
    isHidden: "Not published",
  },
  ...{ access: "What is there", accessWords: "More about access", gettingThere: "How to get there" },
} as const;

function versions(theirs: Fields, typed: Record<string, string>) {
  const saved = venueValues(theirs);
  const say = (field: string, text = "") =>
    field === "access"
      ? allOf(text)
          .map((fact) => accessFacts[fact as keyof typeof accessFacts] ?? fact)
          .join(", ")
      : text;
  return Object.entries(labels)
    .filter(([field]) => (saved[field] ?? "") !== (typed[field] ?? ""))
    .map(([field, label]) => ({ label, theirs: say(field, saved[field]), mine: say(field, typed[field]) }));
}
