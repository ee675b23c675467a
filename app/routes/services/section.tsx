import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NotFound } from "#app/domain/errors.ts";
import { seenOf } from "#app/domain/section.ts";
import { formValues } from "#app/domain/services/input/form-values.ts";
import { sectionInputs } from "#app/domain/services/input/inputs.ts";
import { findServiceChoices } from "#app/domain/services/record/find-choices.server.ts";
import { findServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { saveSection } from "#app/domain/services/record/save-section.server.ts";
import { isSection, recordSections, type SectionValue } from "#app/domain/services/record/service-record.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { SectionFields, sectionsWithRows } from "#app/ui/services/forms/section-fields.tsx";
import { KeeperForm } from "#app/ui/services/record/section-form.tsx";
import { namesOf, versionRows } from "#app/ui/services/record/version-rows.ts";

export const loader = signedIn(async (ctx, { params, url }) => {
  const section = sectionOf(params.section);
  const service = await findServiceRecord(ctx, params.slug ?? "");
  if (service.state === "archived") throw redirect(paths.editService(service.slug));
  const choices = await findServiceChoices(ctx, service.organisationId);
  const fields = service.record[section];
  const values: Record<string, string> = formValues(section, fields);
  const did = url.searchParams.get("did");
  return { section, service, choices, values, seen: seenOf(fields), did };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const section = sectionOf(params.section);
  const { slug } = await findServiceRecord(ctx, params.slug ?? "");
  const form = await readForm(request, sectionInputs[section]);
  if (!form.ok) return form.reply;
  const value = { section, fields: form.value } as SectionValue;
  const saved = await orFormReply(form.values, () => saveSection(ctx, slug, value, form.values.seen ?? ""));
  if (!saved.ok) return saved.reply;
  if (form.values.more) return redirect(paths.editServiceSection(slug, section, { did: "save" }));
  return redirect(paths.editService(slug, { did: saved.value.isWaiting ? "save-name" : "save" }));
});

function sectionOf(given: string | undefined) {
  if (!isSection(given)) throw new NotFound("that page of the service");
  return given;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data && `${recordSections[data.section]}: ${data.service.name}`) },
];

export default function EditSection() {
  const { section, service, choices, values, seen, did } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const theirs = failed?.theirs ? ({ section, fields: failed.theirs } as SectionValue) : null;
  return (
    <Measure>
      {!failed && did === "save" && <Done>Saved. There is room for more below.</Done>}
      {!failed && did === "place-off-map" && (
        <Done>
          The place is added, but we know neither its town nor its postcode in Norfolk and Waveney. It is not
          on the map, and searches near it do not find it: check how they are written.
        </Done>
      )}
      {!failed && did === "place" && <Done>The place is added, and the service is held there.</Done>}
      <KeeperForm
        failed={failed}
        seen={failed?.seen ?? failed?.values.seen ?? seen}
        more={sectionsWithRows.includes(section)}
        cancel={paths.editService(service.slug)}
        versions={theirs && failed ? versionRows(theirs, failed.values, namesOf(choices)) : []}
        heading={
          <PageHeading
            title={recordSections[section]}
            caption={service.name}
            breadcrumbs={[{ label: service.name, href: paths.editService(service.slug) }]}
          />
        }
      >
        <SectionFields
          section={section}
          field={fieldsOf(failed, values)}
          values={failed?.values ?? values}
          choices={choices}
          slug={service.slug}
          record={service.record}
        />
      </KeeperForm>
    </Measure>
  );
}
