import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { showKeptCalendar } from "#app/domain/calendars/keeping/show-kept.server.ts";
import { countPlaces } from "#app/domain/calendars/venues/venues.server.ts";
import { findDiffering, findHeldToo } from "#app/domain/meetings/calendar/find-differing.server.ts";
import { findClashesOf } from "#app/domain/meetings/clashes/find-clashes.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { KeptFacts } from "#app/ui/calendars/kept-facts.tsx";
import { JustDone } from "#app/ui/calendars/kept-page.tsx";
import { HeldEvents, Question } from "#app/ui/calendars/kept-questions.tsx";
import { Notices } from "#app/ui/calendars/notices.tsx";
import { RunHistory } from "#app/ui/calendars/run-history.tsx";
import { PasswordLeft, Sharing } from "#app/ui/calendars/sharing.tsx";
import { ButtonGroup, DeedButton, LinkButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Clashes } from "#app/ui/meetings/clashes.tsx";
import { AlsoHeldBy, Disagreements } from "#app/ui/meetings/disagreements.tsx";

export const loader = signedIn(async (ctx, { params, url }) => {
  const calendar = await showKeptCalendar(ctx, params.id ?? "");
  const groupIds = calendar.groups.map(({ id }) => id);
  const [places, clashes, differing, others] = await Promise.all([
    countPlaces(ctx, calendar.id),
    findClashesOf(ctx, groupIds),
    findDiffering(ctx, calendar.id),
    findHeldToo(ctx, calendar.id),
  ]);
  return { calendar, places, clashes, differing, others, did: url.searchParams.get("did") };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: titleFor(data?.calendar.name) }];

export default function KeptCalendarPage() {
  const { calendar, clashes, differing, others, did } = useLoaderData<typeof loader>();
  const { name, state } = calendar;
  return (
    <Measure>
      <JustDone did={did} state={state} />
      <PageHeading
        title={name}
        caption="Connected calendar"
        breadcrumbs={[{ label: "Calendars", href: paths.calendars.all() }]}
      />
      <PasswordLeft calendar={calendar} />
      <Question calendar={calendar} />
      <Disagreements differing={differing} />
      <Clashes clashes={clashes} />
      <KeptFacts calendar={calendar} />
      <Sharing calendar={calendar} />
      <AlsoHeldBy others={others} />
      <Deeds />
      <HeldEvents calendar={calendar} />
      <Places />
      <Section title="What we noticed" id="notices">
        {calendar.notices.length === 0 ? (
          <p className="govuk-body">Nothing, when it was last read.</p>
        ) : (
          <Notices notices={calendar.notices} />
        )}
      </Section>
      <Section title="History" id="history">
        <RunHistory
          runs={calendar.runs}
          quietRuns={calendar.quietRuns}
          isOfGroups={calendar.groups.length > 0}
          isFile={calendar.kind === "upload"}
        />
      </Section>
    </Measure>
  );
}

function Deeds() {
  const { id, kind, state, pausedAt, mayChangeForAll } = useLoaderData<typeof loader>().calendar;
  const to = (deed: string) => paths.calendars.deed(id, deed);
  if (state === "disconnected")
    return (
      <p className="govuk-body">
        It is not read any more. To bring it back, connect it again from the page of its group or
        organisation.
      </p>
    );
  if (!mayChangeForAll)
    return (
      <ButtonGroup>
        {kind !== "upload" && !pausedAt && <DeedButton action={to("run")}>Read it now</DeedButton>}
        <a className="govuk-link" href={to("groups")}>
          Take a group out
        </a>
      </ButtonGroup>
    );
  return (
    <ButtonGroup>
      {kind === "upload" && <LinkButton href={to("upload")}>Send a new file</LinkButton>}
      {kind !== "upload" && !pausedAt && <DeedButton action={to("run")}>Read it now</DeedButton>}
      {pausedAt && <DeedButton action={to("resumption")}>Begin reading it again</DeedButton>}
      {!pausedAt && (
        <a className="govuk-link" href={to("pause")}>
          Pause
        </a>
      )}
      <a className="govuk-link" href={to("disconnection")}>
        Disconnect
      </a>
    </ButtonGroup>
  );
}

function Places() {
  const { calendar, places } = useLoaderData<typeof loader>();
  if (places.all === 0) return null;
  return (
    <Section title="Places" id="places">
      <p className="govuk-body">
        {placesInWords(places)} <a href={paths.calendars.deed(calendar.id, "venues")}>Look at the places</a>
      </p>
    </Section>
  );
}

function placesInWords({ all, decided }: { all: number; decided: number }): string {
  const open = all - decided;
  if (open === 0) return "It is said of each place whether it is one of our venues.";
  return open === 1
    ? "One place that it names may be a venue that we know."
    : `${open} places that it names may be venues that we know.`;
}
