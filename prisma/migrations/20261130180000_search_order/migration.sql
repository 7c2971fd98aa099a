-- Case and accents folded, and both shapes of the Greek sigma; signs that show nothing are left out. The full stop
-- of Chinese and Japanese stays another one than ours: `unaccent` makes them one. Immutable because the dictionary is
-- named. lib/participants/list/folded-text.ts has the same, written out.
CREATE OR REPLACE FUNCTION fold_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
  SELECT CASE WHEN octet_length(value) = char_length(value) THEN lower(value)
    ELSE translate(lower(public.unaccent('public.unaccent'::regdictionary, translate(value,
      U&'\3002\FF61\00AD\200B\200C\200D\200E\200F\202A\202B\202C\202D\202E\2060\2066\2067\2068\2069\FEFF',
      U&'\E002\E003'))), U&'\03C2', U&'\03C3') END
$$;

-- What the search looks in and for: without apostrophes and hyphens, which people leave out. `unaccent` has made
-- most kinds of them one.
CREATE FUNCTION search_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT translate(public.fold_text(value), U&'''-`\00B4\2010\2011\2012\2013\2014\2015', '') $$;

-- Numbers in a text in the order of numbers: each is filled up to twenty digits.
CREATE FUNCTION natural_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
  SELECT CASE WHEN value !~ '[0-9]' THEN value
    -- One number, at the end, as most have: a regular expression for each row would take longer than all the rest.
    WHEN rtrim(value, '0123456789') !~ '[0-9]' THEN rtrim(value, '0123456789')
      || right('00000000000000000000' || substr(value, char_length(rtrim(value, '0123456789')) + 1), 20)
    ELSE regexp_replace(regexp_replace(value, '([0-9]+)', '00000000000000000000\1', 'g'), '[0-9]*([0-9]{20})', '\1', 'g') END
$$;

DROP FUNCTION search_participants(text, text[], text);
DROP INDEX participants_by_search;
-- With it go the indexes of names.
ALTER TABLE participants DROP COLUMN name_key, DROP COLUMN search;
ALTER TABLE participants
  -- The words of a name, between spaces, for the search. A name that shows nothing is none.
  ADD COLUMN name_words text NOT NULL GENERATED ALWAYS AS (' ' || translate(
    left(coalesce(nullif(btrim(fold_text(name)), ''), nullif(btrim(fold_text(email)), ''), fold_text(participant_id)), 300),
    '-''', ' ') || ' ') STORED,
  -- An index entry holds 2,704 bytes at the most.
  ADD COLUMN name_order text NOT NULL GENERATED ALWAYS AS (left(natural_text(
    left(coalesce(nullif(btrim(fold_text(name)), ''), nullif(btrim(fold_text(email)), ''), fold_text(participant_id)), 300)), 300)) STORED,
  ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (search_text(
    coalesce(name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(answers_text(fields), ''))) STORED;
CREATE INDEX participants_by_name ON participants (event_id, name_order, participant_id) WHERE removed_at IS NULL;
CREATE INDEX participants_by_status_name ON participants (event_id, status, name_order, participant_id) WHERE removed_at IS NULL;
CREATE INDEX participants_by_search ON participants USING gin (event_id, search gin_trgm_ops);

-- LIKE is not leakproof: behind a policy PostgreSQL would read every row of the event before it asks the trigram
-- index. This function is the one reviewed way past the policy, and names the event itself. It answers all that
-- counting, ranking and ordering its matches needs: looking each match up again, behind the policy, costs three
-- times as much as finding it. `pattern` asks the trigram index, `others` narrow what it found: LIKE patterns over
-- `search`, rows of the current event only. `asked` is all that was searched for, by `fold_text`.
-- `rank` is 1 where it is the name or the e-mail, 2 where each of its words is a word of the name, 3 where each
-- begins one, 4 for the beginning of the e-mail, 5 for its domain, 6 where all are somewhere in name or e-mail, 7
-- for answers.
CREATE FUNCTION search_participants(pattern text, others text[] DEFAULT '{}', asked text DEFAULT '')
RETURNS TABLE (participant_id text, status text, submitted_at timestamptz, name_order text,
  changed_at timestamptz, rank integer)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public
ROWS 100
AS $$
  SELECT p.participant_id, p.status, p.submitted_at, p.name_order, p.changed_at,
    CASE
      WHEN p.name_words LIKE ALL (w.beginning) THEN CASE
        WHEN p.name_words = w.name THEN 1
        WHEN p.name_words LIKE ALL (w.whole) THEN 2
        ELSE 3 END
      WHEN starts_with(lower(p.email), asked) THEN CASE WHEN lower(p.email) = asked THEN 1 ELSE 4 END
      WHEN strpos(lower(p.email), '@' || asked) > 0 THEN 5
      WHEN p.name_words || lower(coalesce(p.email, '')) LIKE ALL (w.anywhere) THEN 6
      ELSE 7 END
  FROM public.participants AS p, (
    SELECT ' ' || translate(asked, '-''', ' ') || ' ' AS name, array_agg('% ' || word || ' %') AS whole,
      array_agg('% ' || word || '%') AS beginning, array_agg('%' || word || '%') AS anywhere
    FROM (SELECT replace(replace(replace(given, '\', '\\'), '%', '\%'), '_', '\_') AS word
      FROM regexp_split_to_table(translate(asked, '-''', ' '), '\s+') AS given WHERE given <> '') AS words) AS w
  WHERE p.event_id = current_setting('foyer.event_id', true)
    AND p.removed_at IS NULL
    AND p.search LIKE pattern
    AND p.search LIKE ALL (others)
$$;
GRANT CREATE ON SCHEMA public TO foyer_search; -- the new owner of a function needs it for a moment
ALTER FUNCTION search_participants(text, text[], text) OWNER TO foyer_search;
REVOKE CREATE ON SCHEMA public FROM foyer_search;
SET ROLE foyer_search;
REVOKE ALL ON FUNCTION search_participants(text, text[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_participants(text, text[], text) TO foyer_event;
-- Last, so that no temporary table stands in for one of ours.
ALTER FUNCTION search_participants(text, text[], text) SET search_path = pg_catalog, public, pg_temp;
RESET ROLE;
