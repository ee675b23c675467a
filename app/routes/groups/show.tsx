import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findCalendarsOf } from "#app/domain/calendars/keeping/find-mine.server.ts";
import { findGroup } from "#app/domain/groups/find.server.ts";
import { rulesInWords } from "#app/domain/groups/rules-in-words.ts";
import { findForwardPlan } from "#app/domain/meetings/agenda/find-agenda.server.ts";
import { findClashes } from "#app/domain/meetings/clashes/find-clashes.server.ts";
import { findMeetings, type Meeting } from "#app/domain/meetings/find.server.ts";
import { findKind } from "#app/domain/meetings/following/find-following.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { OwnersCalendars } from "#app/ui/calendars/owners-calendars.tsx";
import { GroupAside } from "#app/ui/groups/group-aside.tsx";
import { NetworkFunctions } from "#app/ui/groups/network-functions.tsx";
import { Seats } from "#app/ui/groups/seats.tsx";
import { Themes } from "#app/ui/groups/themes.tsx";
import { formatMonth } from "#app/ui/kit/dates/date-time.ts";
import { PageHeading, Section, WithAside } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { CardList } from "#app/ui/kit/show/card.tsx";
import { Done, Notice } from "#app/ui/kit/show/notice.tsx";
import { Clashes } from "#app/ui/meetings/clashes.tsx";
import { MeetingCard } from "#app/ui/meetings/meeting-card.tsx";
import { groupKinds } from "#db/vocabulary.ts";

export const loader = visitor(async (ctx, { params, url }) => {
  const group = await findGroup(ctx, params.slug ?? "");
  const [next, off, past, plan, follows, calendars, clashes] = await Promise.all([
    findMeetings(ctx, { group: group.slug, stands: true, limit: 4 }),
    findMeetings(ctx, { group: group.slug, stands: false, limit: 4 }),
    findMeetings(ctx, { group: group.slug, past: true, limit: 4 }),
    findForwardPlan(ctx, group.id),
    findKind(ctx, group.id),
    findCalendarsOf(ctx, { noun: "group", id: group.id }),
    findClashes(ctx, { groupId: group.id }),
  ]);
  const justFollowed = follows !== null && url.searchParams.get("did") === "follow";
  const rules = group.rules ? rulesInWords(group.rules) : [];
  return { group, rules, next, off, past, plan, calendars, clashes, follows: follows !== null, justFollowed };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: titleFor(data?.group.name) }];

export default function Group() {
  const { group, rules, justFollowed, calendars, clashes } = useLoaderData<typeof loader>();
  const { name, kind, summary, places, themes, seats } = group;
  const [place] = places;
  return (
    <>
      {justFollowed && <Done>You follow this group.</Done>}
      <PageHeading
        title={name}
        caption={groupKinds[kind]}
        lead={summary && <p>{summary}</p>}
        breadcrumbs={[{ label: "Groups", href: paths.groups() }]}
      />
      {!group.isCurrent && <Notice>This group no longer meets. Its past meetings stay here.</Notice>}
      <WithAside aside={<GroupAside group={group} rules={rules} />}>
        <Clashes clashes={clashes} />
        <Meetings />
        <OwnersCalendars owner={`groups/${group.slug}`} calendars={calendars} />
        <ForwardPlan />
        {kind === "place-network" && place && (
          <Section title="What it does">
            <NetworkFunctions network={group.slug} place={place.slug} />
          </Section>
        )}
        {themes.length > 0 && (
          <Section title="What it works on">
            <Themes themes={themes} />
          </Section>
        )}
        {seats.length > 0 && (
          <Section title="Who sits on it">
            <Seats seats={seats} />
          </Section>
        )}
        <Members />
      </WithAside>
    </>
  );
}

function Meetings() {
  const { group, next, off, past, follows } = useLoaderData<typeof loader>();
  return (
    <Section title="Meetings">
      {next.length === 0 && <p className="govuk-body">No meeting is announced yet.</p>}
      <CardList>
        {next.map((meeting) => (
          <MeetingCard meeting={meeting} key={meeting.id} />
        ))}
      </CardList>
      {next.length > 0 && (
        <p className="govuk-body">
          <a href={paths.meetings({ group: group.slug })}>All its meetings to come</a>
        </p>
      )}
      {group.isCurrent && (
        <p className="govuk-body">
          <a href={paths.followGroup(group.slug)}>
            {follows ? "You follow this group: change how you hear of it" : "Hear when its meetings move"}
          </a>
        </p>
      )}
      <Others title="Called off" meetings={off} />
      <Others title="Past meetings" meetings={past} />
    </Section>
  );
}

/** Those that are not to come: never above the next one. */
function Others({ title, meetings }: { title: string; meetings: readonly Meeting[] }) {
  if (meetings.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-m">{title}</h3>
      <CardList>
        {meetings.map((meeting) => (
          <MeetingCard meeting={meeting} level={4} key={meeting.id} />
        ))}
      </CardList>
    </>
  );
}

function ForwardPlan() {
  const { plan } = useLoaderData<typeof loader>();
  if (plan.length === 0) return null;
  return (
    <Section title="Forward plan" id="forward-plan">
      <p className="govuk-body">What is to come to its meetings, and when at the earliest.</p>
      <ul className="govuk-list govuk-list--bullet">
        {plan.map(({ id, title, sponsor, dueFrom }) => (
          <li key={id}>
            {formatMonth(dueFrom)}: {title}
            {sponsor && ` (${sponsor})`}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Members() {
  const { members } = useLoaderData<typeof loader>().group;
  if (members.length === 0) return null;
  return (
    <Section title={members.length === 1 ? "1 member" : `${members.length} members`} id="members">
      <ul className="govuk-list columns">
        {members.map(({ slug, name }) => (
          <li key={slug}>
            <a href={paths.organisation(slug)}>{name}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
