import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findUpkeep, type ReviewPeriod } from "#app/domain/upkeep/settings/find-settings.server.ts";
import { saveUpkeep } from "#app/domain/upkeep/settings/save-settings.server.ts";
import {
  periodField,
  periodNouns,
  UpkeepForm,
  type UpkeepSettings,
} from "#app/domain/upkeep/settings/settings.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf, type InitialValues } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Details } from "#app/ui/kit/show/details.tsx";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { organisationKinds, wordsOf } from "#db/vocabulary.ts";

export const loader = signedIn(async (ctx, { url }) => {
  return { ...(await findUpkeep(ctx)), did: url.searchParams.get("did") };
});

export const action = signedIn(async (ctx, { request }) => {
  const form = await readForm(request, UpkeepForm);
  if (!form.ok) return form.reply;
  const saved = await orFormReply(form.values, () => saveUpkeep(ctx, form.value));
  return saved.ok ? redirect(paths.upkeep({ did: "save" })) : saved.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Upkeep") }];

const steps: [keyof UpkeepSettings, string, string][] = [
  [
    "reviewMonths",
    "How long a confirmation lasts",
    "In months, for every kind that has no period of its own",
  ],
  ["warnDaysBefore", "First reminder", "Days before a confirmation falls due; the second comes on the day"],
  ["leadAfterDays", "The network lead is told", "Days after it fell due"],
  ["teamAfterDays", "The Assembly team is told", "Days after it fell due"],
  ["leavesResultsAfterDays", "It leaves the results", "Days after it fell due. Its page stays, and says so"],
  ["reportClimbsAfterDays", "A report climbs", "Days that it may lie at each level before it goes on"],
];

const periodHeadings = {
  organisation: "Organisations of each kind",
  service: "Services of each kind of organisation",
};

export default function Upkeep() {
  const { settings, periods, did } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed, valuesOf(settings, periods));
  return (
    <Measure>
      {did === "save" && !failed && <Done>The periods are saved, and every date follows.</Done>}
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Upkeep"
        lead="How often records are confirmed, and who hears of it when nobody answers."
        breadcrumbs={[{ label: "The team", href: paths.team() }]}
      />
      <form method="post" noValidate>
        {steps.map(([name, label, hint]) => (
          <TextField {...field(name)} label={label} hint={hint} width={4} inputMode="numeric" key={name} />
        ))}
        {periodNouns.map((noun) => (
          <Details
            summary={periodHeadings[noun]}
            open={Object.keys(failed?.errors ?? {}).some((name) => name.startsWith(`${noun}-`))}
            key={noun}
          >
            <p className="govuk-hint">Months, “never”, or nothing: then the period above holds.</p>
            {wordsOf(organisationKinds).map((kind) => (
              <TextField
                {...field(periodField(noun, kind))}
                label={organisationKinds[kind]}
                width={5}
                key={kind}
              />
            ))}
          </Details>
        ))}
        <Button>Save</Button>
      </form>
    </Measure>
  );
}

function valuesOf(settings: UpkeepSettings, periods: readonly ReviewPeriod[]): InitialValues {
  const plain = Object.entries(settings).map(([name, value]) => [name, String(value)]);
  const own = periods.flatMap(({ noun, kind, months }) =>
    noun === "opportunity" ? [] : [[periodField(noun, kind), months === null ? "never" : String(months)]],
  );
  return Object.fromEntries([...plain, ...own]);
}
