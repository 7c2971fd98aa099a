CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Case and accents folded. Immutable because the dictionary is named.
CREATE FUNCTION fold_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;

-- An index entry holds 2,704 bytes at the most: a name without end must not keep its person out.
ALTER TABLE participants
  ADD COLUMN name_key text NOT NULL
    GENERATED ALWAYS AS (left(fold_text(coalesce(nullif(name, ''), email, participant_id)), 300)) STORED,
  ADD COLUMN search text NOT NULL
    GENERATED ALWAYS AS (fold_text(coalesce(name, '') || ' ' || coalesce(email, ''))) STORED;

-- One index per order of the list, with and without a status.
CREATE INDEX participants_by_submission ON participants (event_id, submitted_at DESC NULLS LAST, participant_id) WHERE removed_at IS NULL;
CREATE INDEX participants_by_name ON participants (event_id, name_key, participant_id) WHERE removed_at IS NULL;
CREATE INDEX participants_by_update ON participants (event_id, updated_at DESC, participant_id) WHERE removed_at IS NULL;
CREATE INDEX participants_by_status_submission ON participants (event_id, status, submitted_at DESC NULLS LAST, participant_id) WHERE removed_at IS NULL;
CREATE INDEX participants_by_status_name ON participants (event_id, status, name_key, participant_id) WHERE removed_at IS NULL;
CREATE INDEX participants_by_status_update ON participants (event_id, status, updated_at DESC, participant_id) WHERE removed_at IS NULL;
CREATE INDEX participants_by_application ON participants (event_id, application_id);
CREATE INDEX participants_by_search ON participants USING gin (event_id, search gin_trgm_ops);

-- The inbox is worked off one event at a time, oldest first, and which events wait is found by jumping
-- from event to event: neither reads the whole backlog.
CREATE INDEX deliveries_waiting ON deliveries (event_id, received_at, delivery_id)
  INCLUDE (next_attempt_at) WHERE state = 'pending';
CREATE UNIQUE INDEX sync_runs_one_at_a_time ON sync_runs (event_id) WHERE state IN ('queued', 'running');

-- LIKE is not leakproof: behind a policy PostgreSQL would read every row of the event before it asks
-- the trigram index. This function is the one reviewed way past the policy, and names the event itself.
-- It answers all that counting and ordering its matches needs: looking each match up again, behind the
-- policy, costs three times as much as finding it. `pattern` asks the trigram index, `others` narrow
-- what it found. LIKE patterns over folded text, rows of the current event only.
CREATE FUNCTION search_participants(pattern text, others text[] DEFAULT '{}')
RETURNS TABLE (participant_id text, status text, submitted_at timestamptz, name_key text, updated_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public
ROWS 100
AS $$
  SELECT p.participant_id, p.status, p.submitted_at, p.name_key, p.updated_at
  FROM public.participants AS p
  WHERE p.event_id = current_setting('foyer.event_id', true)
    AND p.removed_at IS NULL
    AND p.search LIKE pattern
    AND p.search LIKE ALL (others)
$$;
CREATE POLICY search_only ON participants FOR SELECT TO foyer_search USING (true);
GRANT SELECT ON participants TO foyer_search;
GRANT CREATE ON SCHEMA public TO foyer_search; -- the new owner of a function needs it for a moment
ALTER FUNCTION search_participants(text, text[]) OWNER TO foyer_search;
REVOKE CREATE ON SCHEMA public FROM foyer_search;
REVOKE ALL ON FUNCTION search_participants(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_participants(text, text[]) TO foyer_event;

-- Live participants by status. Deltas are applied in one order, so that two statements cannot deadlock.
CREATE FUNCTION count_participants() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO participant_counts AS c (event_id, status, count)
    SELECT event_id, coalesce(status, ''), count(*) FROM new_rows WHERE removed_at IS NULL
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (event_id, status) DO UPDATE SET count = c.count + excluded.count;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO participant_counts AS c (event_id, status, count)
    SELECT event_id, coalesce(status, ''), -count(*) FROM old_rows WHERE removed_at IS NULL
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (event_id, status) DO UPDATE SET count = c.count + excluded.count;
  ELSE
    INSERT INTO participant_counts AS c (event_id, status, count)
    SELECT event_id, status, sum(delta) FROM (
      SELECT event_id, coalesce(status, '') AS status, 1 AS delta FROM new_rows WHERE removed_at IS NULL
      UNION ALL
      SELECT event_id, coalesce(status, ''), -1 FROM old_rows WHERE removed_at IS NULL
    ) AS deltas
    GROUP BY 1, 2 HAVING sum(delta) <> 0 ORDER BY 1, 2
    ON CONFLICT (event_id, status) DO UPDATE SET count = c.count + excluded.count;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER count_inserted AFTER INSERT ON participants
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_participants();
CREATE TRIGGER count_updated AFTER UPDATE ON participants
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_participants();
CREATE TRIGGER count_deleted AFTER DELETE ON participants
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_participants();
