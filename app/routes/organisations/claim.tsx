import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { keeps } from "#app/domain/accounts/policy.ts";
import {
  claimOrganisation,
  findClaimable,
} from "#app/domain/organisations/claim/claim-organisation.server.ts";
import { ClaimInput } from "#app/domain/organisations/claim/inputs.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { TextareaField, TextField } from "#app/ui/kit/forms/field.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done } from "#app/ui/kit/show/notice.tsx";

export const loader = visitor(async (ctx, { params, url }) => {
  const organisation = await findClaimable(ctx, params.slug ?? "");
  if (keeps(ctx.actor, organisation.id)) throw redirect(paths.editOrganisation(organisation.slug));
  const you = ctx.actor.kind === "person" ? { name: ctx.actor.name, email: ctx.actor.email } : {};
  return { organisation, you, did: url.searchParams.get("did") };
});

export const action = visitor(async (ctx, { request, params, address }) => {
  const { slug } = await findClaimable(ctx, params.slug ?? "");
  const form = await readForm(request, ClaimInput);
  if (!form.ok) return form.reply;
  await throttle(ctx, "claim", { address, account: form.value.email });
  const claimed = await orFormReply(form.values, () => claimOrganisation(ctx, slug, form.value));
  return claimed.ok ? redirect(`${paths.claimOrganisation(slug)}?did=claim`) : claimed.reply;
});

export const meta: MetaFunction<typeof loader, { root: unknown }> = ({ data }) => [
  { title: titleFor(`Claim ${data?.organisation.name ?? "this record"}`) },
];

export default function ClaimOrganisation() {
  const { organisation, you, did } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed, you);
  const { slug, name } = organisation;
  if (did === "claim" && !failed) return <Asked />;
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title="This is us"
        caption={name}
        breadcrumbs={[{ label: name, href: paths.organisation(slug) }]}
        lead="Ask to keep this record. Somebody who knows your area, or the Assembly team, checks that it is you. You hear from us by e-mail, and you need no account for this."
      />
      <form method="post" noValidate>
        <TextField {...field("name")} label="Your name" autoComplete="name" />
        <TextField
          {...field("email")}
          label="Your e-mail address"
          type="email"
          autoComplete="email"
          spellCheck={false}
          hint="One of the organisation’s own is checked fastest"
        />
        <TextField
          {...field("role")}
          label="What you do for the organisation"
          hint="Chair, manager, volunteer"
        />
        <TextareaField
          {...field("howToCheck")}
          label="How can we check that it is you?"
          hint="A phone number on your website, somebody in the network who knows you"
          rows={3}
          limit={1000}
        />
        <Button>Ask to keep this record</Button>
      </form>
    </Measure>
  );
}

function Asked() {
  const { slug, name } = useLoaderData<typeof loader>().organisation;
  return (
    <Measure>
      <Done>We have your request. A letter of receipt is on its way to you.</Done>
      <PageHeading
        title="What happens next"
        caption={name}
        breadcrumbs={[{ label: name, href: paths.organisation(slug) }]}
        lead="Somebody who knows your area, or the Assembly team, checks that it is you, and answers by e-mail. We aim to answer within two weeks."
      />
      <p className="govuk-body">
        You need not do anything until then. Once it is approved, a link in our e-mail signs you in to keep
        the record.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.organisation(slug)}>
          Back to the page of {name}
        </a>
      </p>
    </Measure>
  );
}
