import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findEvents } from "#app/domain/calendars/find-events.server.ts";
import { findServicePreview } from "#app/domain/services/find.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Inset } from "#app/ui/kit/show/notice.tsx";
import { ServiceView } from "#app/ui/services/service-view.tsx";

const MOST_EVENTS = 5;

export const loader = signedIn(async (ctx, { params }) => {
  const service = await findServicePreview(ctx, params.slug ?? "");
  if (service.state === "live") throw redirect(paths.service(service.slug));
  return { service, events: await findEvents(ctx, { serviceId: service.id, limit: MOST_EVENTS }) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data && `Preview of ${data.service.name}`) },
];

export default function PreviewService() {
  const { service, events } = useLoaderData<typeof loader>();
  return (
    <ServiceView
      service={service}
      events={events}
      keepers={service.mayKeep ? <Banner slug={service.slug} /> : <ForApproval />}
    />
  );
}

/** For whoever approves it: they change nothing themselves. */
function ForApproval() {
  return <Inset>This is a preview. It shows the page as people will see it.</Inset>;
}

function Banner({ slug }: { slug: string }) {
  return (
    <Inset>
      This is a preview: only you see it. <a href={paths.editService(slug)}>Go on editing</a>
      {" or "}
      <a href={paths.publishService(slug)}>publish it</a>
    </Inset>
  );
}
