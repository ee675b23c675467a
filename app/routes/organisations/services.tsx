import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findKeptServices, type KeptServiceRow } from "#app/domain/services/record/find-kept.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import { LinkButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Card, CardFacts, CardList } from "#app/ui/kit/show/card.tsx";
import { Empty } from "#app/ui/kit/show/empty.tsx";
import { StateTag } from "#app/ui/services/record/state-tag.tsx";
import { capacityInWords } from "#app/ui/services/service-words.ts";

export const loader = signedIn((ctx, { params }) => findKeptServices(ctx, params.slug ?? ""));

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data && `Services of ${data.organisation.name}`) },
];

export default function KeptServices() {
  const { organisation, services } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading
        title="Services"
        caption={organisation.name}
        breadcrumbs={[{ label: organisation.name, href: paths.organisation(organisation.slug) }]}
        lead="Everything that people can come to or ask for, in whatever state. Only those who keep the record see this page."
      />
      {organisation.state !== "archived" && (
        <LinkButton href={paths.newService(organisation.slug)}>Add a service</LinkButton>
      )}
      {services.length === 0 && (
        <Empty title="There is no service yet">
          <p className="govuk-body">Add the first: a name and a sentence are enough to begin.</p>
        </Empty>
      )}
      <CardList>
        {services.map((service) => (
          <KeptService service={service} key={service.slug} />
        ))}
      </CardList>
    </Measure>
  );
}

function KeptService({ service }: { service: KeptServiceRow }) {
  const { slug, name, state, confirmedOn } = service;
  const next = nextThing(service);
  return (
    <Card title={name} href={paths.editService(slug)} level={2}>
      <p>
        <StateTag state={state} />
      </p>
      <CardFacts
        facts={[
          state === "live" && capacityInWords(service),
          confirmedOn && `Confirmed on ${formatDay(confirmedOn)}`,
          next,
        ]}
      />
    </Card>
  );
}

/** What its keepers could do about it next. */
function nextThing({ state, isDue, archivedAt }: KeptServiceRow): string {
  if (state === "draft") return "Next: finish it and publish it";
  if (state === "waiting") return "Next: wait for the answer";
  if (state === "temporarily-closed") return "Next: open it again when you can";
  if (state === "archived") return archivedAt ? `Archived on ${formatDay(archivedAt)}` : "";
  return isDue ? "Next: look through it and confirm it" : "";
}
