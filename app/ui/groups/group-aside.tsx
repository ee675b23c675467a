import type { ReactNode } from "react";
import { paths } from "#app/paths.ts";
import { Subscribe } from "#app/ui/events/subscribe.tsx";

interface Named {
  slug: string;
  name: string;
}

interface GroupAsideProps {
  group: Named & {
    places: readonly Named[];
    footprint: string | null;
    host: Named | null;
    feedsInto: readonly Named[];
    fedBy: readonly Named[];
    contactEmail: string | null;
  };
  /** Its rules as sentences. */
  rules: readonly string[];
}

/** Where a group stands among the others, and how it works. */
export function GroupAside({ group, rules }: GroupAsideProps) {
  const { slug, name, places, footprint, host, feedsInto, fedBy, contactEmail } = group;
  return (
    <>
      <Links title="Feeds into" records={feedsInto} path={paths.group} />
      <Links title="Fed by" records={fedBy} path={paths.group} />
      <Links title={places.length === 1 ? "Place" : "Places"} records={places} path={paths.place} />
      {footprint && !places.some((place) => place.name === footprint) && (
        <Part title="Area">{footprint}</Part>
      )}
      {rules.length > 0 && (
        <>
          <h2 className="govuk-heading-s">How it works</h2>
          <ul className="govuk-list govuk-list--bullet">
            {rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </>
      )}
      {host && (
        <Part title="Hosted by">
          <a href={paths.organisation(host.slug)}>{host.name}</a>
        </Part>
      )}
      {contactEmail && (
        <Part title="Contact">
          <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
        </Part>
      )}
      <h2 className="govuk-heading-s">In your calendar</h2>
      <Subscribe href={paths.subscribe(`groups/${slug}`)} what={`meetings of ${name}`} />
    </>
  );
}

function Links(props: { title: string; records: readonly Named[]; path: (slug: string) => string }) {
  if (props.records.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-s">{props.title}</h2>
      <ul className="govuk-list">
        {props.records.map(({ slug, name }) => (
          <li key={slug}>
            <a href={props.path(slug)}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h2 className="govuk-heading-s">{title}</h2>
      <p className="govuk-body">{children}</p>
    </>
  );
}
