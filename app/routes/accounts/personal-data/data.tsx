import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPersonalData } from "#app/domain/accounts/personal-data/find-personal-data.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { PersonalDataTables } from "#app/ui/accounts/personal-data.tsx";
import { LinkButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx) => ({ data: await findPersonalData(ctx) }));

export const meta: MetaFunction = () => [{ title: titleFor("What we hold about you") }];

export default function MyData() {
  const { data } = useLoaderData<typeof loader>();
  return (
    <>
      <Measure>
        <PageHeading
          title="What we hold about you"
          breadcrumbs={[{ label: "Your account", href: paths.account() }]}
          lead={
            <p>All of it, as it stands now. How long it is kept, and why, is on our page about privacy.</p>
          }
        />
        <LinkButton href={paths.myDataFile()}>Download it as a file</LinkButton>
        <p className="govuk-body">
          <a className="govuk-link" href={paths.privacy()}>
            Privacy
          </a>{" "}
          ·{" "}
          <a className="govuk-link" href={paths.erasure()}>
            Erase your account
          </a>
        </p>
      </Measure>
      <PersonalDataTables data={data} />
    </>
  );
}
