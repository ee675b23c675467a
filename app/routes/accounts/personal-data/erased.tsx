import { type MetaFunction, redirect } from "@remix-run/node";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = visitor(async ({ actor }) => {
  // Whoever is signed in has an account, so this is not about them
  if (actor.kind === "person") throw redirect(paths.account());
  return null;
});

export const meta: MetaFunction = () => [{ title: titleFor("Your account is erased") }];

export default function Erased() {
  return (
    <Measure>
      <PageHeading
        title="Your account is erased"
        lead={
          <p>You are signed out everywhere. One last mail confirms it; then we forget that address too.</p>
        }
      />
      <p className="govuk-body">
        Thank you for what you have done. You can still <a href={paths.search()}>find support</a> here,
        without an account.
      </p>
    </Measure>
  );
}
