import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import * as v from "valibot";
import { OwnerName, type Way, ways } from "#app/domain/calendars/doctor/inputs.ts";
import { findMyOwners } from "#app/domain/calendars/keeping/find-mine.server.ts";
import { findOwner } from "#app/domain/calendars/keeping/owner.server.ts";
import { NotFound } from "#app/domain/errors.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { crumbsOf } from "#app/ui/calendars/doctor.tsx";
import { SourceForm } from "#app/ui/calendars/source-form.tsx";
import { fieldsOf } from "#app/ui/kit/forms/form-state.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = signedIn(async (ctx, { url }) => {
  const given = url.searchParams.get("for");
  const how = url.searchParams.get("how") ?? "";
  if (!given) return { owner: null, owners: await findMyOwners(ctx), how: "address" as Way };
  const named = v.safeParse(OwnerName, given);
  if (!named.success) throw new NotFound("that group or organisation");
  const owner = await findOwner(ctx, named.output);
  return { owner, owners: [], how: (Object.hasOwn(ways, how) ? how : "address") as Way };
});

export const meta: MetaFunction = () => [{ title: titleFor("Connect a calendar") }];

export default function ConnectCalendar() {
  const { owner, owners, how } = useLoaderData<typeof loader>();
  if (!owner) return <WhoseCalendar owners={owners} />;
  const becomes = owner.noun === "group" ? "its events become meetings here" : "its events are listed here";
  return (
    <Measure>
      <PageHeading
        breadcrumbs={crumbsOf(owner)}
        title="Connect a calendar"
        lead={`You go on using your own calendar, and ${becomes}. We read it again every quarter of an hour. First you see what would come in.`}
      />
      <SourceForm owner={`${owner.noun}s/${owner.slug}`} how={how} field={fieldsOf(null)} />
    </Measure>
  );
}

type Owners = { noun: string; slug: string; name: string }[];

function WhoseCalendar({ owners }: { owners: Owners }) {
  return (
    <Measure>
      <PageHeading
        title="Whose calendar is it?"
        breadcrumbs={[{ label: "Calendars", href: paths.calendars.all() }]}
      />
      {owners.length === 0 && (
        <p className="govuk-body">
          Open the page of a <a href={paths.groups()}>group</a> that you run, or of an{" "}
          <a href={paths.organisations()}>organisation</a> that you keep: it leads here.
        </p>
      )}
      <ul className="govuk-list govuk-list--spaced">
        {owners.map(({ noun, slug, name }) => (
          <li key={`${noun} ${slug}`}>
            <a className="govuk-link" href={paths.calendars.new({ for: `${noun}s/${slug}` })}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Measure>
  );
}
