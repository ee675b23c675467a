import { json, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { refuseChange } from "#app/domain/accounts/address/change-address.server.ts";
import { keptByNobody } from "#app/http/admission.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const headers = keptByNobody;

export const loader = visitor(async (_ctx, { params }) => json({ token: params.token ?? "" }));

export const action = visitor(async (ctx, { params }) => {
  const { end } = await refuseChange(ctx, params.token ?? "");
  return json({ end });
});

export const meta: MetaFunction = () => [{ title: titleFor("Refuse a change of address") }];

export default function Refused() {
  const { token } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!answer) {
    return (
      <Measure>
        <PageHeading title="Change of e-mail address" />
        <p className="govuk-body">
          <a className="govuk-link" href={paths.changeAddress(token)}>
            See the change that was asked for
          </a>
        </p>
      </Measure>
    );
  }
  return (
    <Measure>
      <PageHeading title="The change is refused" lead={<p>The address stays as it was.</p>} />
      {answer.end === "change-email-old" && (
        <p className="govuk-body">
          Somebody who is signed in to your account asked for it. If it was not you,{" "}
          <a className="govuk-link" href={paths.forgottenPassword()}>
            choose a new password
          </a>{" "}
          now: that signs everybody else out.
        </p>
      )}
    </Measure>
  );
}
