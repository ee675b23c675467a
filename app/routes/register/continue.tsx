import { json, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import {
  continueRegistration,
  findByLink,
} from "#app/domain/organisations/registration/continue-registration.server.ts";
import { findIfHeld } from "#app/domain/organisations/registration/find-registration.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { heldRegistration, registrationCookie } from "#app/http/registration-cookie.server.ts";
import { paths } from "#app/paths.ts";
import { Button, DeedButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done } from "#app/ui/kit/show/notice.tsx";

export const loader = visitor(async (ctx, { request, params, url }) => {
  const behind = await findByLink(ctx, params.token ?? "");
  if (!behind)
    return json({ name: "", isOpen: false, mayBeSentAnew: false, wasSent: false }, { status: 410 });
  const { isOpen, mayBeSentAnew, registration } = behind;
  const held = heldRegistration(request, registration.id);
  if (!isOpen && (await findIfHeld(ctx, held))) throw redirect(paths.registration(held.id));
  const { name } = registration;
  return json({ name, isOpen, mayBeSentAnew, wasSent: url.searchParams.get("did") === "send" });
});

/** A link that is spent leads to its page, which says so and sends a new one. */
export const action = visitor(async (ctx, { params }) => {
  const token = params.token ?? "";
  if (!(await findByLink(ctx, token))?.isOpen) return redirect(paths.continueRegistration(token));
  const held = await continueRegistration(ctx, token);
  return redirect(paths.registration(held.id, { did: "continue" }), {
    headers: { "Set-Cookie": registrationCookie(held) },
  });
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Go on with your registration") }];

export default function ContinueRegistration() {
  const { name, isOpen } = useLoaderData<typeof loader>();
  if (!isOpen) return <UsedOrOld />;
  return (
    <Measure>
      <PageHeading
        title="Go on with your registration"
        caption={name}
        lead="This device will remember it for 30 days. The link then has done its work."
      />
      <form method="post">
        <Button>Go on</Button>
      </form>
    </Measure>
  );
}

function UsedOrOld() {
  const { name, mayBeSentAnew, wasSent } = useLoaderData<typeof loader>();
  const { token = "" } = useParams();
  return (
    <Measure>
      {wasSent && <Done>A new link is on its way to the address of the first one.</Done>}
      <PageHeading
        title="This link no longer works"
        caption={name || undefined}
        lead="It has been used already, it is too old, or part of it is missing. Each works once, within 7 days. Nothing that was written is lost."
      />
      <p className="govuk-body">
        The browser in which it was used remembers the registration for 30 days, and leads back to it from{" "}
        <a href={paths.register()}>Register your organisation</a>.
      </p>
      {!wasSent && mayBeSentAnew && (
        <>
          <p className="govuk-body">
            To go on in this browser, we can send a new link to the address that this one went to.
          </p>
          <DeedButton action={paths.freshRegistrationLink(token)}>Send me a new link</DeedButton>
        </>
      )}
      {!mayBeSentAnew && (
        <p className="govuk-body">
          To go on in this browser, <a href={paths.registrationLinks()}>have a new link mailed</a> to the
          address of whoever registers, or ask them for one.
        </p>
      )}
    </Measure>
  );
}
