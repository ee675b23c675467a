import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isAboutUpkeep, isForApproval, isOpen } from "#app/domain/cases/case.ts";
import { findCase, findMessages } from "#app/domain/cases/find-case.server.ts";
import { mayClimbCase } from "#app/domain/cases/policy.ts";
import { findPreview } from "#app/domain/upkeep/deciding/find-preview.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { CaseFacts } from "#app/ui/cases/case-facts.tsx";
import { CasePreview } from "#app/ui/cases/case-preview.tsx";
import { Messages } from "#app/ui/cases/messages.tsx";
import { ButtonGroup, LinkButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { caseKinds } from "#db/vocabulary-keeping.ts";

export const loader = signedIn(async (ctx, { params, url }) => {
  const found = await findCase(ctx, params.id ?? "");
  const preview = await findPreview(ctx, found);
  const may = {
    decide: isOpen(found),
    approve: isForApproval(found),
    decline: isForApproval(found) || found.kind === "report",
    ask: preview.canBeAsked,
    vouch: isAboutUpkeep(found),
    climb: mayClimbCase(ctx.actor, found),
  };
  const messages = await findMessages(ctx, found.id);
  return { found, preview, messages, may, did: url.searchParams.get("did") };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: titleFor(data?.found.title) }];

const done: Record<string, string> = {
  approve: "It is approved, and whoever asked has been told.",
  decline: "It is declined, and whoever asked has been told why.",
  resolve: "It is resolved.",
  vouch: "What you ticked is confirmed, and the page says so.",
  ask: "Your question is on its way. You get a mail when it is answered.",
};

export default function ShowCase() {
  const { found, preview, messages, may, did } = useLoaderData<typeof loader>();
  return (
    <Measure>
      {did && done[did] && <Done>{done[did]}</Done>}
      <PageHeading
        title={found.title}
        caption={caseKinds[found.kind]}
        breadcrumbs={[{ label: "Cases", href: paths.cases() }]}
      />
      <CaseFacts found={found} keepers={preview.keepers} />
      <CasePreview kind={found.kind} preview={preview} isDecided={found.decidedAt !== null} />
      {messages.length > 0 && (
        <Section title="Questions and answers">
          <Messages messages={messages} asker={found.fromName} />
        </Section>
      )}
      {may.decide && <Deeds />}
    </Measure>
  );
}

function Deeds() {
  const { found, may } = useLoaderData<typeof loader>();
  return (
    <Section title="What now?">
      <ButtonGroup>
        {may.vouch && <LinkButton href={paths.vouchForCase(found.id)}>Confirm it for them</LinkButton>}
        {may.approve ? (
          <LinkButton href={paths.approveCase(found.id)}>Approve</LinkButton>
        ) : (
          <LinkButton href={paths.resolveCase(found.id)} manner={may.vouch ? "secondary" : "primary"}>
            Say what you did
          </LinkButton>
        )}
        {may.ask && (
          <LinkButton href={paths.askAboutCase(found.id)} manner="secondary">
            Ask a question
          </LinkButton>
        )}
        {may.decline && (
          <LinkButton href={paths.declineCase(found.id)} manner="secondary">
            {may.approve ? "Decline" : "Nothing is wrong"}
          </LinkButton>
        )}
        {may.climb && (
          <a className="govuk-link" href={paths.climbCase(found.id)}>
            Pass on to the Assembly team
          </a>
        )}
      </ButtonGroup>
    </Section>
  );
}
