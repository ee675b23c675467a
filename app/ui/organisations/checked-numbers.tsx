import type { CheckedNumber } from "#app/domain/organisations/keeping/check-numbers.server.ts";
import { Tag, type TagColour } from "#app/ui/kit/show/tag.tsx";
import { identifierSchemes } from "#db/vocabulary.ts";
import { type RegisterAnswer, registerAnswers } from "#db/vocabulary-keeping.ts";

const colours: Record<RegisterAnswer, TagColour> = {
  "not-checked": "grey",
  found: "green",
  "other-name": "yellow",
  removed: "red",
  "not-found": "red",
};

/** Numbers with what their registers said: also that nobody asked them. */
export function CheckedNumbers({ numbers }: { numbers: readonly CheckedNumber[] }) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {numbers.map(({ scheme, identifier, answer, registerName }) => (
        <li key={scheme + identifier}>
          {identifierSchemes[scheme]} {identifier}{" "}
          <Tag colour={colours[answer]}>{registerAnswers[answer]}</Tag>
          {registerName && <> as “{registerName}”</>}
        </li>
      ))}
    </ul>
  );
}
