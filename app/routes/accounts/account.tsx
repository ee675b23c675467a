import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isVerified } from "#app/domain/accounts/address/verify-address.server.ts";
import { findMyOrganisations } from "#app/domain/accounts/people/find-my-organisations.server.ts";
import { isAdministrator } from "#app/domain/accounts/policy.ts";
import type { Ctx } from "#app/domain/context.ts";
import { findRoleScopes, type ScopedRole } from "#app/domain/groups/find-role-scopes.server.ts";
import { findMeetings, type Meeting } from "#app/domain/meetings/find.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { HeldBack } from "#app/ui/accounts/held-back.tsx";
import { MyOrganisations } from "#app/ui/accounts/my-organisations.tsx";
import { type MyGroup, NextMeeting } from "#app/ui/accounts/next-meeting.tsx";
import { RoleInWords } from "#app/ui/accounts/role-in-words.tsx";
import { Waiting } from "#app/ui/accounts/waiting.tsx";
import { DeedButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";
import type { Role } from "#db/vocabulary.ts";

export const loader = signedIn(async (ctx, { url }) => {
  const { name, email, roles, heldBack = [] } = ctx.actor;
  const held = await findRoleScopes(ctx, roles);
  const groups = await Promise.all(
    groupsOf(held).map(async (group) => ({ ...group, next: await findNext(ctx, group.slug) })),
  );
  const may = (...any: Role[]) => roles.some(({ role }) => any.includes(role));
  return {
    name,
    email,
    held,
    groups,
    heldBack: await findRoleScopes(ctx, heldBack),
    organisations: await findMyOrganisations(ctx),
    isVerified: await isVerified(ctx),
    isTeam: isAdministrator(ctx.actor),
    hasCases: may("administrator", "group-lead", "organisation-owner", "organisation-editor"),
    hasConfirmations: may("organisation-owner", "organisation-editor"),
    hasCalendars: may(
      "administrator",
      "group-lead",
      "secretariat",
      "organisation-owner",
      "organisation-editor",
    ),
    did: url.searchParams.get("did"),
  };
});

/** The groups that somebody leads or is the secretariat of, each once. */
function groupsOf(held: readonly ScopedRole[]): MyGroup[] {
  const holds = (role: Role, slug: string) =>
    held.some(({ role: other, scope }) => other === role && scope?.noun === "group" && scope.slug === slug);
  const scopes = held.flatMap(({ scope }) => (scope?.noun === "group" ? [scope] : []));
  const bySlug = new Map(scopes.map(({ slug, name }) => [slug, { slug, name }]));
  return [...bySlug.values()]
    .map((group) => ({
      ...group,
      leads: holds("group-lead", group.slug),
      serves: holds("secretariat", group.slug),
    }))
    .filter(({ leads, serves }) => leads || serves);
}

async function findNext(ctx: Ctx, group: string): Promise<Meeting | null> {
  return (await findMeetings(ctx, { group, stands: true, limit: 1 })).at(0) ?? null;
}

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Your account") }];

export default function Account() {
  const { name, email, held, heldBack, groups, organisations, isVerified, did, ...may } =
    useLoaderData<typeof loader>();
  return (
    <Measure>
      {did === "password" && <Done>Your password is saved. All other devices are signed out.</Done>}
      <PageHeading title="Your account" lead={<p>{name}</p>} />
      {heldBack.length > 0 && <HeldBack roles={heldBack} />}
      <Waiting {...may} />
      {organisations.length > 0 && <MyOrganisations organisations={organisations} />}
      {groups.length > 0 && (
        <Section title="Your next meetings">
          {groups.map((group) => (
            <NextMeeting group={group} key={group.slug} />
          ))}
        </Section>
      )}
      <Section title="What you can do here">
        {held.length === 0 && (
          <p className="govuk-body">
            {heldBack.length > 0
              ? "Nothing yet: your role waits for the step above."
              : "Your account has no roles yet."}
          </p>
        )}
        <ul className="govuk-list govuk-list--bullet">
          {held.map((role) => (
            <li key={`${role.role} ${role.scope?.slug}`}>
              <RoleInWords {...role} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Settings">
        <SummaryList
          rows={[
            { key: "Name", value: name },
            {
              key: "E-mail address",
              value: (
                <span className="anywhere">
                  {email}
                  {!isVerified && " (not confirmed yet)"}
                </span>
              ),
              action: { label: "Change", href: paths.changeEmail() },
            },
          ]}
        />
        <ul className="govuk-list">
          {SETTINGS.map(({ label, href }) => (
            <li key={href}>
              <a className="govuk-link" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <DeedButton action={paths.signOut()}>Sign out</DeedButton>
    </Measure>
  );
}

const SETTINGS = [
  { label: "Password", href: paths.password() },
  { label: "Second step when signing in", href: paths.secondStep() },
  { label: "Where you are signed in", href: paths.sessions() },
  { label: "Groups you follow", href: paths.following() },
  { label: "Your meetings in your calendar", href: paths.myCalendar() },
  { label: "What we hold about you", href: paths.myData() },
  { label: "Erase your account", href: paths.erasure() },
];
