import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { beginSecondStep, findSecondStep } from "#app/domain/accounts/second-step/second-step.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/ui/kit/dates/date-time.ts";
import { DeedButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";

export const loader = signedIn(async (ctx, { url }) => ({
  ...(await findSecondStep(ctx)),
  isNeeded: (ctx.actor.heldBack ?? []).length > 0,
  isOff: url.searchParams.get("did") === "remove",
}));

/** Makes the secret; the page after it asks for the first code. */
export const action = signedIn(async (ctx) => {
  await beginSecondStep(ctx);
  return redirect(paths.setUpSecondStep());
});

export const meta: MetaFunction = () => [{ title: titleFor("Second step") }];

export default function SecondStep() {
  const { since, codesLeft, isNeeded, isOff } = useLoaderData<typeof loader>();
  return (
    <Measure>
      {isOff && <Done>The second step is off.</Done>}
      <PageHeading
        title="Second step"
        breadcrumbs={[{ label: "Your account", href: paths.account() }]}
        lead={
          <p>After your password, a code from your phone: who has only one of the two does not get in.</p>
        }
      />
      {since ? (
        <SummaryList
          rows={[
            {
              key: "Second step",
              value: `On since ${formatDate(since)}`,
              action: { label: "Switch off", href: paths.removeSecondStep() },
            },
            {
              key: "Recovery codes",
              value: codesLeft === 1 ? "1 left" : `${codesLeft} left`,
              action: { label: "Get new", href: paths.recoveryCodes() },
            },
          ]}
        />
      ) : (
        <>
          {isNeeded && (
            <p className="govuk-body">
              Your roles reach further than one organisation, so they need it. They are yours to use as soon
              as it is set up.
            </p>
          )}
          <p className="govuk-body">
            You need an authenticator app on a phone or a computer. Any will do: your phone may have one
            already, and password managers do it too. It takes about two minutes.
          </p>
          <DeedButton action={paths.secondStep()} manner="primary">
            Set up the second step
          </DeedButton>
        </>
      )}
    </Measure>
  );
}
