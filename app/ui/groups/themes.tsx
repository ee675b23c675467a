interface Named {
  name: string;
  summary: string;
  lead: string | null;
}

interface ThemesProps {
  themes: readonly (Named & { workstreams: readonly Named[] })[];
}

/** The themes of a body, each with its workstreams and who leads them. */
export function Themes({ themes }: ThemesProps) {
  return themes.map(({ name, summary, lead, workstreams }) => (
    <div key={name}>
      <h3 className="govuk-heading-m">{name}</h3>
      <p className="govuk-body">
        {lead && `Lead: ${lead}. `}
        {summary}
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {workstreams.map((workstream) => (
          <li key={workstream.name}>
            <strong>{workstream.name}</strong>
            {workstream.lead && ` (lead: ${workstream.lead})`}
            {workstream.summary && `: ${workstream.summary}`}
          </li>
        ))}
      </ul>
    </div>
  ));
}
