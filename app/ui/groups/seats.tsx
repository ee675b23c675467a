import { paths } from "#app/paths.ts";

interface SeatsProps {
  seats: readonly {
    roleTitle: string;
    organisation: { slug: string; name: string } | null;
    isChair: boolean;
    personName: string | null;
    deputyName: string | null;
  }[];
}

/** Who sits on a group: roles and organisations; names only where the reader may see them. */
export function Seats({ seats }: SeatsProps) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {seats.map(({ roleTitle, organisation, isChair, personName, deputyName }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: seats come in order, and pages do not hydrate
        <li key={place}>
          {isChair ? <strong>{roleTitle}</strong> : roleTitle}
          {organisation && (
            <>
              , <a href={paths.organisation(organisation.slug)}>{organisation.name}</a>
            </>
          )}
          {personName && ` – ${personName}`}
          {deputyName && ` (deputy: ${deputyName})`}
        </li>
      ))}
    </ul>
  );
}
