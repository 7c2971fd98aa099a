/** The columns that show what Revento says. Nobody else writes them. */
export const MIRRORED_COLUMNS = [
  "user_id",
  "role",
  "application_id",
  "status",
  "name",
  "email",
  "fields",
  "submitted_at",
  "registered_at",
  "last_review_action",
  "last_reviewed_at",
  "last_reviewer_id",
] as const;

/** Beside them: what of the answers was too long to be kept. Of its changes there is no history. */
const WRITTEN = [...MIRRORED_COLUMNS, "cuts"];

const columns = WRITTEN.join(", ");
const values = WRITTEN.map((column) => `(d.row).${column}`)
  .join(", ")
  .replace("(d.row).fields", "coalesce((d.row).fields, '{}')");
const assignments = WRITTEN.map((column) => `${column} = (d.row).${column}`).join(",\n    ");

/**
 * The history gets what changed, what is told of a status that is not the newest, and all that is told while the
 * event is read: by that the read knows what it has not missed.
 *
 * $1 event, $2 rows as JSON, $3 names of the mirrored columns, $4 run or null, $5 source, $6 kind of
 * the history entries that no row names itself. `said` holds the columns a snapshot speaks of:
 * jsonb_populate_record keeps every other column as it is.
 */
export const MIRROR_STATEMENT = `
WITH incoming AS (
  SELECT * FROM jsonb_to_recordset($2::jsonb) AS i(
    participant_id text, said jsonb, version_at timestamptz(3), changed_at timestamptz(3), exact boolean,
    kind text, envelope_id text, actor_id text)
), compared AS (
  SELECT i.*, p.participant_id IS NULL AS is_new, p.removed_at IS NOT NULL AS was_removed, v.applies,
    to_jsonb(p) AS before,
    CASE WHEN v.applies THEN jsonb_populate_record(p, i.said) ELSE p END AS row
  FROM incoming i
  LEFT JOIN participants p ON p.event_id = $1 AND p.participant_id = i.participant_id
  CROSS JOIN LATERAL (SELECT coalesce(
    p.participant_id IS NULL OR i.version_at >= p.version_at
      OR (NOT i.exact AND i.changed_at > p.version_at), false) AS applies) v
), decided AS (
  SELECT c.*, d.differences || CASE WHEN c.applies AND c.was_removed
      THEN '{"removed": [true, false]}'::jsonb ELSE '{}' END AS differences
  FROM compared c
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_object_agg(k, CASE k WHEN 'fields'
      THEN changed_answers(c.before -> k, a.after -> k) ELSE kept_change(c.before -> k, a.after -> k) END), '{}') AS differences
    FROM (SELECT to_jsonb(c.row) AS after) a, unnest($3::text[]) k
    WHERE NOT c.is_new AND c.before -> k IS DISTINCT FROM a.after -> k) d
), reading AS (
  SELECT EXISTS (SELECT FROM sync_runs WHERE event_id = $1 AND state IN ('queued', 'running')) AS is_read
), inserted AS (
  INSERT INTO participants (event_id, participant_id, ${columns},
    version_at, updated_at, source, confirmed_at, seen_in_run)
  SELECT $1, d.participant_id, ${values},
    CASE WHEN d.exact THEN d.version_at ELSE greatest(d.version_at, d.changed_at) END,
    statement_timestamp(), $5, statement_timestamp(), $4
  FROM decided d WHERE d.is_new
), updated AS (
  UPDATE participants p SET
    ${assignments},
    version_at = greatest(p.version_at, d.version_at, CASE WHEN d.exact THEN NULL ELSE d.changed_at END),
    updated_at = CASE WHEN d.differences = '{}' THEN p.updated_at ELSE statement_timestamp() END,
    source = CASE WHEN d.differences = '{}' THEN p.source ELSE $5 END,
    confirmed_at = statement_timestamp(),
    seen_in_run = coalesce($4, p.seen_in_run),
    removed_at = CASE WHEN d.applies THEN NULL ELSE p.removed_at END
  FROM decided d
  WHERE p.event_id = $1 AND p.participant_id = d.participant_id AND NOT d.is_new
    AND (d.applies OR NOT d.exact)
), remembered AS (
  INSERT INTO participant_history
    (event_id, participant_id, occurred_at, kind, status, actor_id, changes, envelope_id)
  SELECT $1, d.participant_id, CASE WHEN d.exact THEN d.version_at ELSE coalesce(d.changed_at, d.version_at) END,
    coalesce(d.kind, $6), coalesce(d.said ->> 'status', (d.row).status), d.actor_id, d.differences, d.envelope_id
  FROM decided d CROSS JOIN reading r
  WHERE d.differences <> '{}' OR CASE $5 WHEN 'reconcile' THEN d.is_new
    WHEN 'webhook' THEN d.is_new OR d.said ->> 'status' IS DISTINCT FROM (d.row).status OR r.is_read
    ELSE false END
  ON CONFLICT (event_id, participant_id, envelope_id) DO NOTHING
)
SELECT d.participant_id, d.is_new, d.was_removed, d.applies, (d.row).status,
  ARRAY(SELECT jsonb_object_keys(d.differences)) AS fields
FROM decided d`;
