-- What of somebody's answers was too long to be kept; most rows have nothing here.
ALTER TABLE participants
  ADD COLUMN cuts jsonb,
  -- An export reads so many rows at a time as have room in memory.
  ADD COLUMN fields_bytes integer NOT NULL GENERATED ALWAYS AS (octet_length(fields::text)) STORED;
CREATE INDEX participants_with_cuts ON participants (event_id) WHERE cuts IS NOT NULL AND removed_at IS NULL;

-- How many characters two texts have in common at their beginning.
CREATE FUNCTION common_length(a text, b text) RETURNS integer
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
  common integer := 0;
  most integer := least(length(a), length(b));
  middle integer;
BEGIN
  WHILE common < most LOOP
    middle := (common + most + 1) / 2;
    IF left(a, middle) = left(b, middle) THEN common := middle; ELSE most := middle - 1; END IF;
  END LOOP;
  RETURN common;
END $$;

-- A change as the history keeps it: [before, after]. Of a side of more than 4 KiB there is an excerpt, of
-- two texts around their first difference, and the length in characters.
CREATE FUNCTION kept_change(before jsonb, after jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
  most CONSTANT integer := 4096;
  start integer := 0;
  sides jsonb := '[]';
  side jsonb;
BEGIN
  IF coalesce(octet_length(before::text), 0) <= most AND coalesce(octet_length(after::text), 0) <= most THEN
    RETURN jsonb_build_array(before, after);
  END IF;
  IF jsonb_typeof(before) = 'string' AND jsonb_typeof(after) = 'string' THEN
    start := greatest(0, public.common_length(before #>> '{}', after #>> '{}') - 200);
  END IF;
  FOREACH side IN ARRAY ARRAY[before, after] LOOP
    IF coalesce(octet_length(side::text), 0) > most THEN
      side := jsonb_build_object('length', length(side #>> '{}'), 'excerpt',
        CASE WHEN start > 0 THEN '…' ELSE '' END || substr(side #>> '{}', start + 1, 1000));
    END IF;
    sides := sides || jsonb_build_array(side);
  END LOOP;
  RETURN sides;
END $$;

-- The answers that differ between two states of a form: { field: side } before, and after.
CREATE FUNCTION changed_answers(before jsonb, after jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT jsonb_build_array(
    coalesce(jsonb_object_agg(key, kept -> 0) FILTER (WHERE was IS NOT NULL), '{}'),
    coalesce(jsonb_object_agg(key, kept -> 1) FILTER (WHERE is_now IS NOT NULL), '{}'))
  FROM (
    SELECT key, b.value AS was, a.value AS is_now, public.kept_change(b.value, a.value) AS kept
    FROM jsonb_each(CASE jsonb_typeof(before) WHEN 'object' THEN before ELSE '{}' END) AS b
    FULL JOIN jsonb_each(CASE jsonb_typeof(after) WHEN 'object' THEN after ELSE '{}' END) AS a USING (key)
    WHERE b.value IS DISTINCT FROM a.value
  ) AS changed
$$;

-- Until now every change of an answer kept the whole form twice.
ALTER TABLE participant_history NO FORCE ROW LEVEL SECURITY;
UPDATE participant_history SET changes = (
  SELECT jsonb_object_agg(key, CASE key WHEN 'fields' THEN changed_answers(value -> 0, value -> 1)
    ELSE kept_change(value -> 0, value -> 1) END)
  FROM jsonb_each(changes)
) WHERE changes ? 'fields' OR octet_length(changes::text) > 4096;
ALTER TABLE participant_history FORCE ROW LEVEL SECURITY;

-- What a batch of deliveries began with is committed before it, so that one that ends its process is known
-- by it. `batch_first` and `batch_size` tell the batch, `batch_singly` how many are to be taken alone.
ALTER TABLE connections
  ADD COLUMN batch_begun_at timestamptz(3),
  ADD COLUMN batch_first uuid,
  ADD COLUMN batch_size integer,
  ADD COLUMN batch_singly integer NOT NULL DEFAULT 0;

-- What ends somebody's access goes before everything else.
CREATE INDEX deliveries_urgent ON deliveries (event_id, received_at, delivery_id)
  INCLUDE (next_attempt_at) WHERE state = 'pending'
    AND type IN ('data.deletion_required', 'integration.suspended', 'user.revoked_access');

-- Which runs are open, of all events: the table keeps half a year of runs that are over.
CREATE INDEX sync_runs_open ON sync_runs (created_at) WHERE state IN ('queued', 'running');
