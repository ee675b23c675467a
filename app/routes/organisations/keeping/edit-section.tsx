import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NotFound } from "#app/domain/errors.ts";
import { editSection } from "#app/domain/organisations/keeping/edit-section.server.ts";
import { findKeptOrganisation } from "#app/domain/organisations/keeping/find-kept.server.ts";
import { findWaitingChanges } from "#app/domain/organisations/keeping/waiting-changes.server.ts";
import { publishesAtOnce } from "#app/domain/organisations/policy.ts";
import { differencesOfValues } from "#app/domain/organisations/record/differences.ts";
import { formValues } from "#app/domain/organisations/record/form-values.ts";
import { sectionInputs } from "#app/domain/organisations/record/inputs.ts";
import { findNamesBySlug, findRecordChoices } from "#app/domain/organisations/record/names-by-slug.server.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import { isSection, type RecordSection, recordSections } from "#app/domain/organisations/record/record.ts";
import { seenOf } from "#app/domain/section.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { BothVersions } from "#app/ui/kit/forms/both-versions.tsx";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { CheckboxesField } from "#app/ui/kit/forms/choice.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Inset } from "#app/ui/kit/show/notice.tsx";
import { SectionFields } from "#app/ui/organisations/section-fields.tsx";

export const loader = signedIn(async (ctx, { params }) => {
  const section = sectionOf(params.section);
  const organisation = await findKeptOrganisation(ctx, params.slug ?? "");
  const [record, choices, names, waiting] = await Promise.all([
    readRecord(ctx, organisation.id),
    findRecordChoices(ctx),
    findNamesBySlug(ctx),
    findWaitingChanges(ctx, organisation.id),
  ]);
  const values = formValues(section, record[section]);
  const isWaiting = waiting.some((change) => change.section === section);
  const atOnce = publishesAtOnce(ctx.actor, organisation);
  return { section, organisation, values, seen: seenOf(values), choices, names, isWaiting, atOnce };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const [slug, section] = [params.slug ?? "", sectionOf(params.section)];
  await findKeptOrganisation(ctx, slug);
  const form = await readForm(request, sectionInputs[section]);
  if (!form.ok) return form.reply;
  const { seen = "", keepsOldName } = form.values;
  const edit = { section, fields: form.value, seen, keepsOldName: keepsOldName === "yes" };
  const saved = await orFormReply(form.values, () => editSection(ctx, slug, edit));
  return saved.ok ? redirect(paths.editOrganisation(slug, { did: saved.value })) : saved.reply;
});

function sectionOf(text = ""): RecordSection {
  if (!isSection(text)) throw new NotFound("that part of the record");
  return text;
}

export const meta: MetaFunction<typeof loader, { root: unknown }> = ({ data }) => [
  {
    title: titleFor(data ? `${recordSections[data.section]}: ${data.organisation.name}` : "Keep this record"),
  },
];

export default function EditSection() {
  const { section, organisation, values, seen, choices, names, isWaiting } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed, values);
  const theirs = failed?.theirs as Record<string, string> | undefined;
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title={recordSections[section]}
        caption={organisation.name}
        breadcrumbs={[{ label: organisation.name, href: paths.editOrganisation(organisation.slug) }]}
      />
      {failed && theirs && (
        <BothVersions
          rows={differencesOfValues(failed.values, theirs, names)}
          by={failed.by}
          at={failed.at}
        />
      )}
      {isWaiting && (
        <Inset>
          A change of this part waits for approval already. If you save another, it takes the place of the
          first.
        </Inset>
      )}
      <Approval />
      <form method="post" noValidate>
        <input type="hidden" name="seen" value={failed?.seen ?? failed?.values.seen ?? seen} />
        <SectionFields section={section} field={field} choices={choices} names={names} />
        {section === "names" && (
          <CheckboxesField
            {...field("keepsOldName")}
            label="If you change the name"
            optional
            choices={[{ value: "yes", label: "Keep the old one among the former names" }]}
          />
        )}
        <ButtonGroup>
          <Button>Save</Button>
          <a className="govuk-link" href={paths.editOrganisation(organisation.slug)}>
            Cancel
          </a>
        </ButtonGroup>
      </form>
    </Measure>
  );
}

function Approval() {
  const { section, atOnce } = useLoaderData<typeof loader>();
  if (section !== "names" && section !== "numbers") return null;
  return (
    <p className="govuk-body">
      {section === "names" &&
        "The address of the page stays the same when the name changes, so that links keep working. "}
      {!atOnce &&
        "A new name or number waits until the network’s lead or the Assembly team approves it. What is published stays until then."}
    </p>
  );
}
