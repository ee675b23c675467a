import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { askToVerify, isVerified } from "#app/domain/accounts/address/verify-address.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { throttle } from "#app/http/throttle.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done } from "#app/ui/kit/show/notice.tsx";

export const loader = signedIn(async (ctx, { url }) => {
  if (await isVerified(ctx)) throw redirect(paths.changeEmail());
  return { email: ctx.actor.email, isAsked: url.searchParams.get("did") === "ask" };
});

export const action = signedIn(async (ctx, { address }) => {
  await throttle(ctx, "mail-link", { address, account: ctx.actor.email });
  await askToVerify(ctx);
  return redirect(`${paths.verification()}?did=ask`);
});

export const meta: MetaFunction = () => [{ title: titleFor("Confirm your e-mail address") }];

export default function Verification() {
  const { email, isAsked } = useLoaderData<typeof loader>();
  return (
    <Measure>
      {isAsked && <Done>We have sent the link. It works once, and for one day.</Done>}
      <PageHeading
        title="Confirm your e-mail address"
        breadcrumbs={[{ label: "Your account", href: paths.account() }]}
      />
      <p className="govuk-body">
        We mail a link to <strong className="anywhere">{email}</strong>. Open it, and we know that our mails
        reach you.
      </p>
      <form method="post" action={paths.verification()}>
        <Button>{isAsked ? "Send it again" : "Send the link"}</Button>
      </form>
    </Measure>
  );
}
