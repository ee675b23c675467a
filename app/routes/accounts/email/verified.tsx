import { json, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { verifyByLink } from "#app/domain/accounts/address/verify-address.server.ts";
import { findToken } from "#app/domain/accounts/tokens.server.ts";
import { keptByNobody } from "#app/http/admission.server.ts";
import { orFormReply } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { LinkGone, OneButton } from "#app/ui/accounts/one-button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const headers = keptByNobody;

export const loader = visitor(async (ctx, { params }) => {
  const open = await findToken(ctx, "verify-email", params.token ?? "");
  return json({ email: open?.email ?? null }, { status: open ? 200 : 410 });
});

export const action = visitor(async (ctx, { params }) => {
  const done = await orFormReply({}, () => verifyByLink(ctx, params.token ?? ""));
  return done.ok ? json({ isDone: true, errors: {} }) : done.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Confirm your e-mail address") }];

export default function Verified() {
  const { email } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  if (done && "isDone" in done) {
    return (
      <Measure>
        <PageHeading title="Your address is confirmed" />
        <p className="govuk-body">
          <a className="govuk-link" href={paths.account()}>
            Go to your account
          </a>
        </p>
      </Measure>
    );
  }
  if (!email) {
    return (
      <LinkGone>
        <p className="govuk-body">
          <a className="govuk-link" href={paths.verification()}>
            Get a new link
          </a>
        </p>
      </LinkGone>
    );
  }
  return (
    <OneButton title="Confirm your e-mail address" errors={done?.errors} button="Confirm this address">
      <p className="govuk-body">
        Is <strong className="anywhere">{email}</strong> yours?
      </p>
    </OneButton>
  );
}
