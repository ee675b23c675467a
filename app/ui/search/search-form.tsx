import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";

interface SearchFormProps {
  q: string;
  near: string;
  /** A chosen place stays chosen when the words change. */
  place?: string | undefined;
}

/** The one question, with where. The same fields as on the front page. */
export function SearchForm({ q, near, place }: SearchFormProps) {
  return (
    <search>
      <form method="get" action={paths.search()} className="search-form">
        <TextField name="q" type="search" label="What do you need help with?" value={q} spellCheck />
        <TextField name="near" label="Postcode or town" value={near} autoComplete="postal-code" optional />
        {place && <input type="hidden" name="place" value={place} />}
        <Button>Search</Button>
      </form>
    </search>
  );
}
