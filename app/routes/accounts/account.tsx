import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Ctx } from "#app/domain/context.ts";
import { findRoleScopes, type ScopedRole } from "#app/domain/groups/find-role-scopes.server.ts";
import { findMeetings, type Meeting } from "#app/domain/meetings/find.server.ts";
import { isOn } from "#app/domain/meetings/policy.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/ui/kit/dates/date-time.ts";
import { DeedButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";
import { MeetingTime } from "#app/ui/meetings/meeting-card.tsx";
import { type Role, roles } from "#db/vocabulary.ts";

export const loader = signedIn(async (ctx) => {
  const held = await findRoleScopes(ctx, ctx.actor.roles);
  const groups = await Promise.all(
    groupsOf(held).map(async (group) => ({ ...group, next: await findNext(ctx, group.slug) })),
  );
  return { name: ctx.actor.name, email: ctx.actor.email, held, groups };
});

interface MyGroup {
  slug: string;
  name: string;
  leads: boolean;
  serves: boolean;
}

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

/** So few in a row are called off that the next to be held is among these. */
const FEW = 6;

async function findNext(ctx: Ctx, group: string): Promise<Meeting | null> {
  return (await findMeetings(ctx, { group, limit: FEW })).find(isOn) ?? null;
}

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Your account") }];

export default function Account() {
  const { name, email, held, groups } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading title="Your account" />
      <SummaryList
        rows={[
          { key: "Name", value: name },
          { key: "E-mail address", value: email },
        ]}
      />
      {groups.length > 0 && (
        <Section title="Your next meetings">
          {groups.map((group) => (
            <NextMeeting group={group} key={group.slug} />
          ))}
        </Section>
      )}
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

function NextMeeting({ group }: { group: MyGroup & { next: Meeting | null } }) {
  const { slug, name, next } = group;
  return (
    <>
      <h3 className="govuk-heading-s">
        <a className="govuk-link" href={paths.group(slug)}>
          {name}
        </a>
      </h3>
      {!next && <p className="govuk-body">No meeting is announced yet.</p>}
      {next && (
        <ul className="govuk-list">
          <li>
            <a className="govuk-link" href={paths.meeting(next.id)}>
              {formatDate(next.heldOn)}
            </a>
            , <MeetingTime meeting={next} />
          </li>
          <Deeds group={group} next={next} />
        </ul>
      )}
    </>
  );
}

function Deeds({ group, next }: { group: MyGroup; next: Meeting }) {
  const agenda = { none: null, draft: "Look at the draft agenda", published: "Look at the agenda" }[
    next.agendaState
  ];
  return (
    <>
      {group.leads && (
        <li>
          <a className="govuk-link" href={paths.raiseItem(next.id)}>
            Raise an item at this meeting
          </a>
        </li>
      )}
      {group.serves && agenda && (
        <li>
          <a className="govuk-link" href={paths.agenda(next.id)}>
            {agenda}
          </a>
        </li>
      )}
    </>
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
