-- What a name is known by: lower case, without accents, punctuation, legal forms and words that any name may have.
-- A name of nothing but such words keeps them all: "The Club" is still a name.
CREATE FUNCTION name_core(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  WITH plain AS (
    SELECT btrim(regexp_replace(
      replace(regexp_replace(lower(public.f_unaccent(name)), '[''’`´]', '', 'g'), '&', ' and '),
      '[^[:alnum:]]+', ' ', 'g')) AS words
  ), core AS (
    SELECT words, btrim(regexp_replace(regexp_replace(
      words,
      '\y(the|a|an|and|of|for|in|at|on|ltd|limited|cic|cio|plc|llp|group|groups|club|society|association|organisation|charity|trust|community interest company|charitable incorporated organisation)\y',
      ' ', 'g'), ' +', ' ', 'g')) AS kept
    FROM plain
  )
  SELECT CASE WHEN kept = '' THEN words ELSE kept END FROM core
$$;
--> statement-breakpoint
CREATE INDEX organisations_name_core ON organisations USING gin (name_core(name) gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX organisations_name_core_exact ON organisations (name_core(name));
--> statement-breakpoint
CREATE INDEX former_names_name_core ON former_names USING gin (name_core(name) gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX former_names_name_core_exact ON former_names (name_core(name));
