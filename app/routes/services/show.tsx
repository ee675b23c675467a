import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findEvents } from "#app/domain/calendars/find-events.server.ts";
import { findService } from "#app/domain/services/find.server.ts";
import { mayKeepServices } from "#app/domain/services/policy.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { ServiceView } from "#app/ui/services/service-view.tsx";

const MOST_EVENTS = 5;

export const loader = visitor(async (ctx, { params }) => {
  const service = await findService(ctx, params.slug ?? "");
  const events = await findEvents(ctx, { serviceId: service.id, limit: MOST_EVENTS });
  return { service, events, may: { keep: mayKeepServices(ctx.actor, service.organisation.id) } };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data?.service.name) },
  { name: "description", content: data?.service.summary ?? "" },
];

export default function Service() {
  const { service, events, may } = useLoaderData<typeof loader>();
  return (
    <ServiceView service={service} events={events} keepers={may.keep && <Keepers slug={service.slug} />} />
  );
}

function Keepers({ slug }: { slug: string }) {
  return (
    <p className="govuk-body no-print">
      <a href={paths.editService(slug)}>Edit this service</a>
      {" or "}
      <a href={paths.serviceCapacity(slug)}>say whether there is room</a>
    </p>
  );
}
