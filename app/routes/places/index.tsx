import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPlaces } from "#app/domain/places/find.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { PlaceMap } from "#app/ui/places/place-map.tsx";

export const loader = visitor(async (ctx) => ({ places: await findPlaces(ctx) }));

export const meta: MetaFunction = () => [{ title: titleFor("Places") }];

export default function Places() {
  const { places } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="Places"
        lead={
          <p>
            Norfolk and Waveney has five places. Each has a network of its charities and community groups, and
            a board where the NHS, the councils and that network plan together.
          </p>
        }
      />
      <PlaceMap places={places} />
      <p className="govuk-body">
        Not sure which is yours? <a href={paths.search()}>Search with your postcode or town</a>.
      </p>
    </>
  );
}
