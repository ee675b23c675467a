import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  continueRegistration,
  findByLink,
} from "#app/domain/organisations/registration/continue-registration.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { registrationCookie } from "#app/http/registration-cookie.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = visitor(async (ctx, { params }) => {
  const { name } = await findByLink(ctx, params.token ?? "");
  return { name };
});

export const action = visitor(async (ctx, { params }) => {
  const held = await continueRegistration(ctx, params.token ?? "");
  return redirect(paths.registration(held.id, { did: "continue" }), {
    headers: { "Set-Cookie": registrationCookie(held) },
  });
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Go on with your registration") }];

export default function ContinueRegistration() {
  const { name } = useLoaderData<typeof loader>();
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
