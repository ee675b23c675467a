import { json, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Duplicate } from "#app/domain/organisations/duplicates/find-duplicates.server.ts";
import { findRecordChoices } from "#app/domain/organisations/record/names-by-slug.server.ts";
import {
  beginRegistration,
  findLikely,
} from "#app/domain/organisations/registration/begin-registration.server.ts";
import { BeginInput, EVERYWHERE } from "#app/domain/organisations/registration/inputs.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { registrationCookie } from "#app/http/registration-cookie.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { RadiosField, SelectField } from "#app/ui/kit/forms/choice.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { type FailedForm, fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { kindChoices } from "#app/ui/organisations/kinds.ts";
import { LikelyOnes } from "#app/ui/organisations/likely-ones.tsx";

export const loader = visitor(async (ctx) => ({ districts: (await findRecordChoices(ctx)).districts }));

export const action = visitor(async (ctx, { request, address }) => {
  const form = await readForm(request, BeginInput);
  if (!form.ok) return form.reply;
  const { values, value } = form;
  const likely = await orFormReply(values, () => findLikely(ctx, value));
  if (!likely.ok) return likely.reply;
  if (likely.value.length > 0 && value.isNew !== "yes") return json({ values, likely: likely.value });
  await throttle(ctx, "registration", { address });
  const begun = await orFormReply(values, () => beginRegistration(ctx, value));
  if (!begun.ok) return begun.reply;
  return redirect(paths.registration(begun.value.id, { did: "begin" }), {
    headers: { "Set-Cookie": registrationCookie(begun.value) },
  });
});

export const meta: MetaFunction<typeof loader, { root: unknown }> = () => [
  { title: titleFor("Begin a registration") },
];

type Answer = FailedForm | { values: Record<string, string>; likely: Duplicate[] };

export default function BeginRegistration() {
  const { districts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  if (answer && "likely" in answer) return <IsItOneOfThese likely={answer.likely} values={answer.values} />;
  const field = fieldsOf(answer);
  return (
    <Measure>
      <ErrorSummary errors={answer?.errors} />
      <PageHeading
        title="Begin with three things"
        breadcrumbs={[{ label: "Register your organisation", href: paths.register() }]}
        lead="With these we look whether you are in the directory already."
      />
      <form method="post" noValidate>
        <TextField
          {...field("name")}
          label="Name of the organisation"
          hint="As you write it yourselves"
          asksForDuplicates={paths.api.duplicates()}
        />
        <div data-duplicates-list="" aria-live="polite" />
        <RadiosField {...field("kind")} label="What are you?" choices={kindChoices} />
        <SelectField
          {...field("district")}
          label="Where do you work most?"
          hint="You can add more places in the next steps"
          blank="Choose a district"
          choices={[
            { value: EVERYWHERE, label: "All of Norfolk and Waveney" },
            ...districts.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
        <Button>Continue</Button>
      </form>
    </Measure>
  );
}

function IsItOneOfThese({ likely, values }: { likely: Duplicate[]; values: Record<string, string> }) {
  return (
    <Measure>
      <PageHeading
        title="Is it one of these?"
        caption={values.name}
        lead="These are in the directory already, and are called alike or have the same number. If one of them is yours, you need not register it again."
      />
      <LikelyOnes likely={likely} />
      <form method="post">
        {["name", "kind", "district"].map((name) => (
          <input type="hidden" name={name} value={values[name] ?? ""} key={name} />
        ))}
        <Button name="isNew" value="yes">
          No, register ours
        </Button>
      </form>
    </Measure>
  );
}
