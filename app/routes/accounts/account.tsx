import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findRoleScopes, type ScopedRole } from "#app/domain/groups/find-role-scopes.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { DeedButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";
import { roles } from "#db/vocabulary.ts";

export const loader = signedIn(async (ctx) => ({
  name: ctx.actor.name,
  email: ctx.actor.email,
  held: await findRoleScopes(ctx, ctx.actor.roles),
}));

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Your account") }];

export default function Account() {
  const { name, email, held } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading title="Your account" />
      <SummaryList
        rows={[
          { key: "Name", value: name },
          { key: "E-mail address", value: email },
        ]}
      />
      <Section title="What you can do here">
        {held.length === 0 && <p className="govuk-body">Your account has no roles yet.</p>}
        <ul className="govuk-list govuk-list--bullet">
          {held.map((role) => (
            <li key={`${role.role} ${role.scope?.slug}`}>
              <RoleInWords {...role} />
            </li>
          ))}
        </ul>
      </Section>
      <DeedButton action={paths.signOut()}>Sign out</DeedButton>
    </Measure>
  );
}

function RoleInWords({ role, scope }: ScopedRole) {
  if (!scope) return <>{roles[role]}</>;
  const href = scope.noun === "group" ? paths.group(scope.slug) : paths.organisation(scope.slug);
  return (
    <>
      {roles[role]} of <a href={href}>{scope.name}</a>
    </>
  );
}
