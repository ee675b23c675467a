import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/kit/frame/page.tsx";

/** Ways to what waits for this person, by what they may do. */
export function Waiting(props: {
  isTeam: boolean;
  hasCases: boolean;
  hasConfirmations: boolean;
  hasCalendars: boolean;
}) {
  const ways = [
    props.hasCases && { label: "Cases that wait for an answer", href: paths.cases() },
    props.hasConfirmations && { label: "What to confirm", href: paths.confirmations() },
    props.hasCalendars && { label: "Calendars that are read here", href: paths.calendars.all() },
    props.isTeam && { label: "The Assembly team’s pages", href: paths.team() },
  ].filter((way) => way !== false);
  if (ways.length === 0) return null;
  return (
    <Section title="What waits for you">
      <ul className="govuk-list">
        {ways.map(({ label, href }) => (
          <li key={href}>
            <a className="govuk-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
