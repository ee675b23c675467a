import { json, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import * as v from "valibot";
import { signInByLink } from "#app/domain/accounts/sign-in/sign-in-link.server.ts";
import { findToken } from "#app/domain/accounts/tokens.server.ts";
import { admissionReply, keptByNobody } from "#app/http/admission.server.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { localPath } from "#app/http/local-path.ts";
import { paths } from "#app/paths.ts";
import { LinkGone, OneButton } from "#app/ui/accounts/one-button.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

const Onward = v.object({ next: v.optional(v.string(), "") });

export const headers = keptByNobody;

export const loader = visitor(async (ctx, { params, url }) => {
  const isOpen = (await findToken(ctx, "sign-in", params.token ?? "")) !== null;
  const next = localPath(url.searchParams.get("next") ?? "") ?? "";
  return json({ isOpen, next }, { status: isOpen ? 200 : 410 });
});

export const action = visitor(async (ctx, { request, params }) => {
  const form = await readForm(request, Onward);
  if (!form.ok) return form.reply;
  const known = await orFormReply(form.values, () => signInByLink(ctx, params.token ?? ""));
  return known.ok ? admissionReply(ctx, request, { ...known.value, ...form.value }) : known.reply;
});

export const meta: MetaFunction = () => [{ title: titleFor("Sign in") }];

export default function OpenSignInLink() {
  const { isOpen, next } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  if (!isOpen) {
    return (
      <LinkGone>
        <p className="govuk-body">
          <a className="govuk-link" href={paths.signInLink({ next })}>
            Get a new sign-in link
          </a>
        </p>
      </LinkGone>
    );
  }
  return (
    <OneButton title="Sign in" errors={failed?.errors} button="Sign in" next={next}>
      <p className="govuk-body">Press the button to sign in on this device.</p>
    </OneButton>
  );
}
