import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isVerified } from "#app/domain/accounts/address/verify-address.server.ts";
import { findFollowing } from "#app/domain/meetings/following/find-following.server.ts";
import { followGroup } from "#app/domain/meetings/following/follow-group.server.ts";
import { FollowGroup } from "#app/domain/meetings/following/inputs.ts";
import { countInvitations } from "#app/domain/meetings/invitations/count-invitations.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonGroup } from "#app/ui/kit/forms/button.tsx";
import { RadiosField } from "#app/ui/kit/forms/choice.tsx";
import { ErrorSummary } from "#app/ui/kit/forms/error-summary.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Inset } from "#app/ui/kit/show/notice.tsx";
import { followHints } from "#app/ui/meetings/mails-at-once.ts";
import { followKinds } from "#db/vocabulary-diary.ts";

export const loader = signedIn(async (ctx, { params }) => {
  const following = await findFollowing(ctx, params.slug ?? "");
  const mails = await countInvitations(ctx, following.group.id);
  return { ...following, mails, isVerified: await isVerified(ctx) };
});

export const action = signedIn(async (ctx, { request, params }) => {
  const form = await readForm(request, FollowGroup);
  if (!form.ok) return form.reply;
  const slug = params.slug ?? "";
  const followed = await orFormReply(form.values, () => followGroup(ctx, slug, form.value));
  return followed.ok ? redirect(paths.group(slug, { did: "follow" })) : followed.reply;
});

export const meta: MetaFunction<typeof loader, { root: unknown }> = ({ data }) => [
  { title: titleFor(data && `Follow ${data.group.name}`) },
];

export default function FollowThisGroup() {
  const { group, kind, isVerified: mayFollow } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <Measure>
      <ErrorSummary errors={failed?.errors} />
      <PageHeading
        title={`Follow ${group.name}`}
        breadcrumbs={[{ label: group.name, href: paths.group(group.slug) }]}
        lead={<p>Hear of its meetings when something about them changes.</p>}
      />
      {mayFollow ? <HowToHear /> : <ConfirmFirst />}
      {kind && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.stopFollowing(group.slug)}>
            Stop following this group
          </a>
        </p>
      )}
    </Measure>
  );
}

function HowToHear() {
  const { group, kind, mayGetInvitations, mails } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const field = fieldsOf(failed, { kind: kind ?? (mayGetInvitations ? "" : "news") });
  const hints = followHints(mails, kind);
  const kinds = mayGetInvitations ? (["news", "invitations"] as const) : (["news"] as const);
  return (
    <form method="post" noValidate>
      <RadiosField
        {...field("kind")}
        label="How do you want to hear of meetings?"
        choices={kinds.map((value) => ({ value, label: followKinds[value], hint: hints[value] }))}
      />
      <p className="govuk-body">
        {mayGetInvitations
          ? "To have its meetings without a mail for each, you can"
          : "Members of the group can have each meeting as an invitation. Everybody can"}{" "}
        <a className="govuk-link" href={`${paths.group(group.slug)}#calendar`}>
          add its meetings to {mayGetInvitations ? "your" : "their"} calendar
        </a>
        .
      </p>
      <ButtonGroup>
        <Button>{kind ? "Save" : "Follow this group"}</Button>
        <a className="govuk-link" href={paths.group(group.slug)}>
          Cancel
        </a>
      </ButtonGroup>
    </form>
  );
}

function ConfirmFirst() {
  return (
    <Inset>
      First <a href={paths.verification()}>confirm your e-mail address</a>, so that mail goes to nobody else.
    </Inset>
  );
}
