import type { Duplicate } from "#app/domain/organisations/duplicates/find-duplicates.server.ts";
import { paths } from "#app/paths.ts";
import { CardFacts, CardList } from "#app/ui/kit/show/card.tsx";

const because = {
  "same number": "Has the same register number",
  "similar name": "Has a similar name",
  "former name": "Was once called like this",
} as const;

/** Records that may be the very organisation that somebody is about to register, each with "this is us". */
export function LikelyOnes({ likely, level = 2 }: { likely: readonly Duplicate[]; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <CardList>
      {likely.map(({ id, slug, name, state, why, where }) => (
        <li className="card" key={id}>
          <div className="card__body">
            <Heading className="card__title">{name}</Heading>
            <CardFacts facts={[because[why], where]} />
            {state === "waiting" ? (
              <p>Somebody has registered it, and it waits for approval.</p>
            ) : (
              <p>
                <a className="govuk-link" href={paths.claimOrganisation(slug)}>
                  This is us<span className="govuk-visually-hidden">: {name}</span>
                </a>
                {" · "}
                <a className="govuk-link" href={paths.organisation(slug)}>
                  See its page<span className="govuk-visually-hidden">: {name}</span>
                </a>
              </p>
            )}
          </div>
        </li>
      ))}
    </CardList>
  );
}
