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
  return themes.map((theme) => (
    <div key={theme.name}>
      <h3 className="govuk-heading-m">{withLead(theme)}</h3>
      {theme.summary && <p className="govuk-body">{theme.summary}</p>}
      <ul className="govuk-list govuk-list--bullet">
        {theme.workstreams.map((workstream) => (
          <li key={workstream.name}>
            <strong>{workstream.name}</strong>
            {workstream.lead && `, led by ${workstream.lead}`}
            {workstream.summary && `. ${workstream.summary}`}
          </li>
        ))}
      </ul>
    </div>
  ));
}

function withLead({ name, lead }: Named): string {
  return lead ? `${name} (led by ${lead})` : name;
}
