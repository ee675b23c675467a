import { kindWords } from "#app/domain/opportunities/kinds.ts";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/kit/frame/page.tsx";
import { Notice } from "#app/ui/kit/show/notice.tsx";
import { Prose } from "#app/ui/kit/show/prose.tsx";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";
import { closesInWords, closingInWords } from "./closing.ts";
import { type ListedOpportunity, whereInWords } from "./opportunity-card.tsx";

export interface ShownOpportunity extends ListedOpportunity {
  organisation: { slug: string; name: string };
  description: string;
  howToApply: string;
  commitment: string;
  url: string | null;
  email: string | null;
  isClosed: boolean;
  isPaused: boolean;
  note: string;
}

/** All that a page says of an opportunity below its heading; a preview says the same. */
export function OpportunityBody({ opportunity, now }: { opportunity: ShownOpportunity; now: string }) {
  const { isClosed, isPaused, description } = opportunity;
  return (
    <>
      {isClosed && <Closed closesAt={opportunity.closesAt} />}
      {!isClosed && isPaused && <Paused note={opportunity.note} />}
      <Facts opportunity={opportunity} now={now} />
      <Prose text={description} />
      {!isClosed && !isPaused && <HowToApply opportunity={opportunity} />}
    </>
  );
}

function Closed({ closesAt }: { closesAt: string | null }) {
  return (
    <Notice label="Closed">
      <p className="govuk-notification-banner__heading">
        This closed {closesAt ? closingInWords(closesAt) : "some time ago"}.
      </p>
      <OpenNow />
    </Notice>
  );
}

function Paused({ note }: { note: string }) {
  return (
    <Notice label="Closed for now">
      <p className="govuk-notification-banner__heading">This is closed for now.</p>
      <Prose text={note} />
      <OpenNow />
    </Notice>
  );
}

function OpenNow() {
  return (
    <p className="govuk-body">
      See <a href={paths.opportunities()}>what is open now</a>.
    </p>
  );
}

function Facts({ opportunity, now }: { opportunity: ShownOpportunity; now: string }) {
  const { kind, organisation, closesAt, commitment, isClosed } = opportunity;
  const closing = closesInWords(closesAt, now).replace(/^Close[sd] /, "");
  return (
    <SummaryList
      rows={[
        {
          key: "Organisation",
          value: <a href={paths.organisation(organisation.slug)}>{organisation.name}</a>,
        },
        { key: "Where", value: whereInWords(opportunity) },
        { key: kindWords[kind].fact, value: commitment },
        { key: isClosed ? "Closed" : "Closes", value: sentence(closing) },
      ]}
    />
  );
}

function HowToApply({ opportunity }: { opportunity: ShownOpportunity }) {
  const { kind, howToApply, url, email } = opportunity;
  if (!howToApply && !url && !email) return null;
  return (
    <Section title={kindWords[kind].apply}>
      <Prose text={howToApply} />
      {url && (
        <p className="govuk-body">
          <a href={url} rel="nofollow ugc">
            Find out more on their website
          </a>
        </p>
      )}
      {email && (
        <p className="govuk-body">
          Write to <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
    </Section>
  );
}

/** "on Friday…" as a fact by itself. */
function sentence(words: string): string {
  const fact = words.replace(/^on /, "");
  return fact.charAt(0).toUpperCase() + fact.slice(1);
}
