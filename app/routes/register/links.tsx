import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkInput } from "#app/domain/organisations/registration/inputs.ts";
import { askForRegistrationLinks } from "#app/domain/organisations/registration/registration-links.server.ts";
import { readForm } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = visitor(async (_ctx, { url }) => ({ wasSent: url.searchParams.get("did") === "mail" }));

/** The same answer after the same work, whether anybody has begun with the address or not. */
export const action = visitor(async (ctx, { request, address }) => {
  const form = await readForm(request, LinkInput);
  if (!form.ok) return form.reply;
  await throttle(ctx, "mail-link", { address, account: form.value.email });
  await askForRegistrationLinks(ctx, form.value);
  return redirect(paths.registrationLinks({ did: "mail" }));
});

export const meta: MetaFunction = () => [{ title: titleFor("Go on with a registration") }];

export default function RegistrationLinks() {
  const { wasSent } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  if (wasSent && !failed) return <LookAtYourMail />;
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="Go on with a registration"
        breadcrumbs={[{ label: "Register your organisation", href: paths.register() }]}
        lead="We mail you a link to each registration that you have begun with your address. It works once, within 7 days."
      />
      <form method="post" action={paths.registrationLinks()} noValidate>
        <TextField
          {...fieldsOf(failed)("email")}
          label="Your e-mail address"
          hint="The one that you gave under “About you”"
          type="email"
          autoComplete="email"
          spellCheck={false}
        />
        <Button>Mail me a link</Button>
      </form>
    </Measure>
  );
}

function LookAtYourMail() {
  return (
    <Measure>
      <PageHeading title="Look at your mail" />
      <p className="govuk-body">
        If a registration was begun with that address, a link to it is on its way. It works once, within 7
        days.
      </p>
      <p className="govuk-body">
        Nothing there after a few minutes? Look among the junk mail,{" "}
        <a className="govuk-link" href={paths.registrationLinks()}>
          try another address
        </a>
        , or <a href={paths.registerNew()}>begin again</a>. If yours has been approved,{" "}
        <a href={paths.signInLink()}>get a link to sign in</a>.
      </p>
    </Measure>
  );
}
