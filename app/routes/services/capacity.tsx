import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { seenOf } from "#app/domain/section.ts";
import { formValues } from "#app/domain/services/input/form-values.ts";
import { CapacityInput } from "#app/domain/services/input/inputs.ts";
import { findServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { saveSection } from "#app/domain/services/record/save-section.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { CapacityFields } from "#app/ui/services/forms/capacity-fields.tsx";
import { KeeperForm } from "#app/ui/services/record/section-form.tsx";
import { namesOf, versionRows } from "#app/ui/services/record/version-rows.ts";

export const loader = signedIn(async (ctx, { params, url }) => {
  const { slug, name, state, record, capacitySetAt } = await findServiceRecord(ctx, params.slug ?? "");
  if (state === "archived") throw redirect(paths.editService(slug));
  const { capacity } = record;
  const values = formValues("capacity", capacity);
  return { slug, name, values, seen: seenOf(capacity), capacitySetAt, did: url.searchParams.get("did") };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const { slug } = await findServiceRecord(ctx, params.slug ?? "");
  const form = await readForm(request, CapacityInput);
  if (!form.ok) return form.reply;
  const value = { section: "capacity" as const, fields: form.value };
  const saved = await orFormReply(form.values, () => saveSection(ctx, slug, value, form.values.seen ?? ""));
  return saved.ok ? redirect(paths.serviceCapacity(slug, { did: "save" })) : saved.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Is there room now?") }];

/** The one page that is changed every week: nothing on it but the answer. */
export default function ServiceCapacity() {
  const { slug, name, values, seen, capacitySetAt, did } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const theirs = failed?.theirs ? ({ section: "capacity", fields: failed.theirs } as never) : null;
  const names = namesOf({ topics: [], areas: [], venues: [] });
  return (
    <Measure>
      {did === "save" && !failed && <Done>Saved. The page of the service says so from now.</Done>}
      <KeeperForm
        failed={failed}
        seen={failed?.seen ?? failed?.values.seen ?? seen}
        cancel={paths.editService(slug)}
        versions={theirs && failed ? versionRows(theirs, failed.values, names) : []}
        heading={
          <PageHeading
            title="Is there room now?"
            caption={name}
            breadcrumbs={[{ label: name, href: paths.editService(slug) }]}
            lead={capacitySetAt && `Last said on ${formatDay(capacitySetAt)}.`}
          />
        }
      >
        <CapacityFields field={fieldsOf(failed, values)} />
      </KeeperForm>
    </Measure>
  );
}
