-- An answer as a person reads it: a text as it is, the items of a list with commas between them. Null
-- where nothing was answered.
CREATE FUNCTION answer_text(answer jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT nullif(btrim(CASE jsonb_typeof(answer)
    WHEN 'array' THEN (SELECT string_agg(item, ', ') FROM jsonb_array_elements_text(answer) AS item)
    ELSE answer #>> '{}' END), '')
$$;

-- What kind of thing was answered: text, date, number, boolean, list or object; null for nothing.
CREATE FUNCTION answer_kind(answer jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT CASE jsonb_typeof(answer)
    WHEN 'string' THEN CASE
      WHEN btrim(answer #>> '{}') = '' THEN NULL
      WHEN answer #>> '{}' ~ '^\d{4}-\d{2}-\d{2}(T|$)' THEN 'date'
      ELSE 'text' END
    WHEN 'array' THEN CASE WHEN public.answer_text(answer) IS NULL THEN NULL ELSE 'list' END
    WHEN 'object' THEN CASE WHEN answer = '{}' THEN NULL ELSE 'object' END
    WHEN 'null' THEN NULL
    ELSE jsonb_typeof(answer) END
$$;

-- All answers in one text, for the search. Yes and no say nothing without their question.
CREATE FUNCTION answers_text(fields jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT string_agg(public.answer_text(value), ' ' ORDER BY key)
  FROM jsonb_each(fields) WHERE jsonb_typeof(value) <> 'boolean'
$$;

-- The search reads answers, too. The function that asks its index is made anew with it.
DROP FUNCTION search_participants(text, text[]);
DROP INDEX participants_by_search;
ALTER TABLE participants DROP COLUMN search;
ALTER TABLE participants ADD COLUMN search text NOT NULL
  GENERATED ALWAYS AS (fold_text(coalesce(name, '') || ' ' || coalesce(email, '') || ' '
    || coalesce(answers_text(fields), ''))) STORED;
CREATE INDEX participants_by_search ON participants USING gin (event_id, search gin_trgm_ops);

-- LIKE is not leakproof: behind a policy PostgreSQL would read every row of the event before it asks
-- the trigram index. This function is the one reviewed way past the policy, and names the event itself.
-- It answers all that counting, ranking and ordering its matches needs: looking each match up again,
-- behind the policy, costs three times as much as finding it. `pattern` asks the trigram index,
-- `others` narrow what it found; `word` is the first of them, folded, without wildcards. LIKE patterns
-- over folded text, rows of the current event only. `rank` is 1 where a name begins with the word,
-- 2 where a later part of the name does, 3 for the beginning of the e-mail, 4 for its domain,
-- 5 for anywhere else in name or e-mail, 6 for answers.
CREATE FUNCTION search_participants(pattern text, others text[] DEFAULT '{}', word text DEFAULT '')
RETURNS TABLE (participant_id text, status text, submitted_at timestamptz, name_key text,
  updated_at timestamptz, rank integer)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public
ROWS 100
AS $$
  SELECT p.participant_id, p.status, p.submitted_at, p.name_key, p.updated_at,
    CASE
      WHEN starts_with(p.name_key, word) THEN 1
      WHEN strpos(p.name_key, ' ' || word) > 0 THEN 2
      WHEN starts_with(lower(p.email), word) THEN 3
      WHEN strpos(lower(p.email), '@' || word) > 0 THEN 4
      WHEN strpos(p.name_key, word) > 0 OR strpos(lower(p.email), word) > 0 THEN 5
      ELSE 6 END
  FROM public.participants AS p
  WHERE p.event_id = current_setting('foyer.event_id', true)
    AND p.removed_at IS NULL
    AND p.search LIKE pattern
    AND p.search LIKE ALL (others)
$$;
GRANT CREATE ON SCHEMA public TO foyer_search; -- the new owner of a function needs it for a moment
ALTER FUNCTION search_participants(text, text[], text) OWNER TO foyer_search;
REVOKE CREATE ON SCHEMA public FROM foyer_search;
REVOKE ALL ON FUNCTION search_participants(text, text[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_participants(text, text[], text) TO foyer_event;

-- What the event's form asks, known from what was answered: live participants by field and kind.
CREATE TABLE "form_field_counts" (
    "event_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "form_field_counts_pkey" PRIMARY KEY ("event_id","field","kind")
);

CREATE FUNCTION count_answers() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO form_field_counts AS c (event_id, field, kind, count)
    SELECT event_id, key, answer_kind(value), count(*) FROM new_rows, jsonb_each(fields)
    WHERE removed_at IS NULL AND answer_kind(value) IS NOT NULL
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (event_id, field, kind) DO UPDATE SET count = c.count + excluded.count;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO form_field_counts AS c (event_id, field, kind, count)
    SELECT event_id, key, answer_kind(value), -count(*) FROM old_rows, jsonb_each(fields)
    WHERE removed_at IS NULL AND answer_kind(value) IS NOT NULL
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (event_id, field, kind) DO UPDATE SET count = c.count + excluded.count;
  ELSE
    INSERT INTO form_field_counts AS c (event_id, field, kind, count)
    SELECT event_id, key, answer_kind(value), sum(delta) FROM (
      SELECT n.event_id, n.fields, 1 AS delta FROM new_rows n JOIN old_rows o USING (event_id, participant_id)
      WHERE n.removed_at IS NULL AND (o.removed_at IS NOT NULL OR n.fields IS DISTINCT FROM o.fields)
      UNION ALL
      SELECT o.event_id, o.fields, -1 FROM old_rows o JOIN new_rows n USING (event_id, participant_id)
      WHERE o.removed_at IS NULL AND (n.removed_at IS NOT NULL OR n.fields IS DISTINCT FROM o.fields)
    ) AS deltas, jsonb_each(fields)
    WHERE answer_kind(value) IS NOT NULL
    GROUP BY 1, 2, 3 HAVING sum(delta) <> 0 ORDER BY 1, 2, 3
    ON CONFLICT (event_id, field, kind) DO UPDATE SET count = c.count + excluded.count;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER count_answers_inserted AFTER INSERT ON participants
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_answers();
CREATE TRIGGER count_answers_updated AFTER UPDATE ON participants
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_answers();
CREATE TRIGGER count_answers_deleted AFTER DELETE ON participants
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_answers();

INSERT INTO form_field_counts (event_id, field, kind, count)
SELECT event_id, key, answer_kind(value), count(*) FROM participants, jsonb_each(fields)
WHERE removed_at IS NULL AND answer_kind(value) IS NOT NULL GROUP BY 1, 2, 3;

-- The feed of what happened in the event, newest first.
CREATE INDEX participant_history_by_record ON participant_history (event_id, recorded_at DESC, id DESC);

CREATE TABLE "saved_views" (
    "event_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "owner_id" UUID,
    "address" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("event_id","id")
);
CREATE UNIQUE INDEX saved_views_by_name ON saved_views (event_id, list, coalesce(owner_id::text, ''), lower(name));

CREATE TABLE "list_layouts" (
    "event_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "columns" JSONB NOT NULL DEFAULT '[]',
    "default_view_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "list_layouts_pkey" PRIMARY KEY ("event_id","member_id","list")
);

CREATE TABLE "exports" (
    "event_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "question" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "written" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "exports_pkey" PRIMARY KEY ("event_id","id")
);
CREATE INDEX "exports_created_at_idx" ON "exports"("created_at");

DO $$
DECLARE
  table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['form_field_counts', 'saved_views', 'list_layouts', 'exports'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY inside_event ON %I TO foyer_event
         USING (event_id = current_setting(''foyer.event_id'', true))
         WITH CHECK (event_id = current_setting(''foyer.event_id'', true))', table_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO foyer_event', table_name);
  END LOOP;
END $$;

-- Across events: each line names the verb that needs it.
CREATE POLICY across_events ON exports TO foyer_system USING (true);
GRANT SELECT, DELETE ON exports TO foyer_system; -- forgetting them after a day
