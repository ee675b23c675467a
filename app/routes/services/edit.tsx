import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { missingOf } from "#app/domain/services/record/service-record.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import { DeedButton, LinkButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done, Inset } from "#app/ui/kit/show/notice.tsx";
import { keeperDeeds } from "#app/ui/services/record/keeper-deeds.ts";
import { SectionTasks } from "#app/ui/services/record/section-tasks.tsx";
import { StateTag } from "#app/ui/services/record/state-tag.tsx";

export const loader = signedIn(async (ctx, { params, url }) => {
  const service = await findServiceRecord(ctx, params.slug ?? "");
  return { service, did: url.searchParams.get("did") ?? "" };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data && `Edit ${data.service.name}`) },
];

export default function EditService() {
  const { service, did } = useLoaderData<typeof loader>();
  const { slug, name, organisation, state, record, stepsDone } = service;
  const deed = keeperDeeds[did];
  return (
    <Measure>
      {deed && <Done>{deed}</Done>}
      <PageHeading
        title={name}
        caption="Edit a service"
        breadcrumbs={[
          { label: organisation.name, href: paths.organisation(organisation.slug) },
          { label: "Services", href: paths.keptServices(organisation.slug) },
        ]}
      >
        <StateTag state={state} />
      </PageHeading>
      <HowItStands />
      {state !== "archived" && <SectionTasks {...{ slug, record, stepsDone }} isDraft={state === "draft"} />}
      <Section title="What else you can do">
        <Deeds />
      </Section>
    </Measure>
  );
}

function HowItStands() {
  const { service } = useLoaderData<typeof loader>();
  const { slug, state, stateNote, approval, record } = service;
  const missing = missingOf(record);
  if (state === "archived")
    return <p className="govuk-body">It is archived: nobody sees it but you. Nothing of it is lost.</p>;
  if (state === "waiting")
    return (
      <Inset>
        A network lead or the Assembly team has been asked to look at it. You can go on editing meanwhile.{" "}
        <a href={paths.publishService(slug)}>See how it stands</a>
      </Inset>
    );
  return (
    <>
      <NameWaiting />
      {state === "temporarily-closed" && <Inset>Closed for a while: {stateNote}</Inset>}
      {state === "draft" && approval?.state === "declined" && (
        <Inset>It was not approved: {approval.reason}</Inset>
      )}
      {state === "draft" && (
        <>
          <p className="govuk-body">
            {missing.length === 0
              ? "Everything needed is there. Look at it as others will, then publish it."
              : "Nobody else sees it yet. Each page is saved by itself: stop and come back whenever you like."}
          </p>
          {missing.length === 0 && (
            <LinkButton href={paths.publishService(slug)}>Check and publish</LinkButton>
          )}
        </>
      )}
    </>
  );
}

function NameWaiting() {
  const { approval } = useLoaderData<typeof loader>().service;
  const isWaiting =
    approval?.section === "basics" && (approval.state === "open" || approval.state === "asked");
  if (!isWaiting) return null;
  return (
    <Inset>
      The new name “{approval.wanted}” waits for approval. Until then the page keeps the name above; all else
      is saved.
    </Inset>
  );
}

function Deeds() {
  const { slug, state, confirmedOn, publishedAt } = useLoaderData<typeof loader>().service;
  const isPublic = state === "live" || state === "temporarily-closed";
  const links: [string, string][] = [
    ...(isPublic ? [["See its page", paths.service(slug)] as [string, string]] : []),
    ...(isPublic
      ? [["Say quickly whether there is room", paths.serviceCapacity(slug)] as [string, string]]
      : []),
    ...(isPublic
      ? [["Close it for a while, or open it again", paths.serviceState(slug)] as [string, string]]
      : []),
    ...(isPublic
      ? []
      : [["Look at it as others will see it", paths.previewService(slug)] as [string, string]]),
    ["See every change, and go back to an earlier version", paths.serviceHistory(slug)],
    state === "archived"
      ? ["Bring it back", paths.restoreService(slug)]
      : ["Archive it", paths.archiveService(slug)],
  ];
  return (
    <>
      <ul className="govuk-list govuk-list--spaced">
        {links.map(([label, href]) => (
          <li key={href}>
            <a className="govuk-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      {state !== "archived" && (
        <DeedButton action={paths.copyService(slug)}>Copy it to make another</DeedButton>
      )}
      {publishedAt && (
        <p className="govuk-body-s">
          {confirmedOn
            ? `Everything was confirmed on ${formatDay(confirmedOn)}.`
            : "It has not been confirmed yet."}
        </p>
      )}
    </>
  );
}
