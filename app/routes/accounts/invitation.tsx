import { json, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptInvitation, findInvited } from "#app/domain/accounts/roles/accept-invitation.server.ts";
import { admissionReply, keptByNobody } from "#app/http/admission.server.ts";
import { orFormReply } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { LinkGone, OneButton } from "#app/ui/accounts/one-button.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const headers = keptByNobody;

export const loader = visitor(async (ctx, { params }) => {
  const invited = await findInvited(ctx, params.token ?? "");
  return json({ invited }, { status: invited ? 200 : 410 });
});

export const action = visitor(async (ctx, { request, params }) => {
  const known = await orFormReply({}, () => acceptInvitation(ctx, params.token ?? ""));
  return known.ok ? admissionReply(ctx, request, { ...known.value, next: "" }) : known.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Accept the invitation") }];

export default function Invitation() {
  const { invited } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  if (!invited) {
    return (
      <LinkGone>
        <p className="govuk-body">
          Your role waits for you all the same:{" "}
          <a className="govuk-link" href={paths.signInLink()}>
            get a sign-in link
          </a>{" "}
          for the address that was invited.
        </p>
      </LinkGone>
    );
  }
  return (
    <OneButton title="Accept the invitation" errors={failed?.errors} button="Accept and sign in">
      <p className="govuk-body">
        {invited.name}, this makes <strong className="anywhere">{invited.email}</strong> the address of your
        account. You need no password: we can mail you a link whenever you want to sign in. You can choose one
        later.
      </p>
    </OneButton>
  );
}
