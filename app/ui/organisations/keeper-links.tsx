import type { KeptOrganisation } from "#app/domain/organisations/keeping/find-kept.server.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";
import { recordStates } from "#db/vocabulary.ts";

interface KeeperLinksProps {
  organisation: KeptOrganisation;
  may: { archive: boolean; restore: boolean; trust: boolean };
}

/** What a keeper can do beside changing the record itself. */
export function KeeperLinks({ organisation, may }: KeeperLinksProps) {
  const { slug, state, stateNote, confirmedOn, reviewDueOn, isTrusted } = organisation;
  const isPublished = state === "live" || state === "temporarily-closed";
  return (
    <>
      <h2 className="govuk-heading-m">How it stands</h2>
      <SummaryList
        bordered={false}
        rows={[
          { key: "State", value: recordStates[state] },
          { key: "Note", value: stateNote },
          { key: "Confirmed", value: confirmedOn ? formatDay(confirmedOn) : "Not yet" },
          { key: "Due again", value: reviewDueOn && formatDay(reviewDueOn) },
          { key: "Name and numbers", value: isTrusted ? "Published at once" : "Changes need approval" },
        ]}
      />
      <h2 className="govuk-heading-m">What belongs to it</h2>
      <Links
        links={[
          ["Services", paths.keptServices(slug)],
          ["Opportunities", paths.keptOpportunities(slug)],
          ["Events", paths.keptEvents(slug)],
          ["A calendar that is kept elsewhere", paths.calendars.new({ for: `organisations/${slug}` })],
          ["People who keep this record", paths.organisationPeople(slug)],
        ]}
      />
      <h2 className="govuk-heading-m">The record</h2>
      <Links
        links={[
          isPublished && ["See the public page", paths.organisation(slug)],
          isPublished && ["Say that everything is right", paths.confirmations()],
          ["History", paths.organisationHistory(slug)],
          state === "live" && ["Close for now", paths.organisationState(slug)],
          state === "temporarily-closed" && ["Open again, or change the note", paths.organisationState(slug)],
          isPublished && may.archive && ["Archive", paths.archiveOrganisation(slug)],
          state === "archived" && may.restore && ["Restore", paths.restoreOrganisation(slug)],
          may.trust && ["Trust, and approval", paths.trustOrganisation(slug)],
        ]}
      />
    </>
  );
}

function Links({ links }: { links: readonly (readonly [label: string, href: string] | false)[] }) {
  const shown = links.flatMap((link) => (link ? [link] : []));
  return (
    <ul className="govuk-list">
      {shown.map(([label, href]) => (
        <li key={href}>
          <a className="govuk-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
