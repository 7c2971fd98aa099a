import { BROUGHT, knownRows, type MirrorTable, momentsOf } from "@/lib/mirror/mirror-rows";
import type { ParticipantSnapshot } from "@/lib/revento/snapshots";

/** Participants and their applications (contract 4.5). */
export const PARTICIPANTS = {
  name: "participants",
  key: "participant_id",
  confirmedAt: "confirmed_at",
  doubts: ["missing_since", "removed_at", "stale_hash"],
  idOf: ({ participantId }) => participantId,
  changedAtOf: ({ updatedAt }) => updatedAt,
  columns: {
    user_id: ({ userId }) => userId,
    role: ({ role }) => role,
    application_id: ({ applicationId }) => applicationId,
    status: ({ status }) => status,
    name: ({ name }) => name,
    email: ({ email }) => email,
    fields: ({ fields }) => fields,
    submitted_at: ({ submittedAt }) => submittedAt,
    registered_at: ({ registeredAt }) => registeredAt,
    last_review_action: ({ lastReviewAction }) => lastReviewAction,
    last_reviewed_at: ({ lastReviewedAt }) => lastReviewedAt,
    last_reviewer_id: ({ lastReviewerId }) => lastReviewerId,
    // What of the answers was too long to be kept.
    cuts: ({ cuts }) => cuts,
  },
} satisfies MirrorTable<ParticipantSnapshot>;

type Column = keyof (typeof PARTICIPANTS)["columns"];

const SAID = Object.keys(PARTICIPANTS.columns) as Column[];
const WRITTEN = [...SAID, "odd"];
/** The columns that show what Revento says, and whose changes the history has. */
export const REMEMBERED_COLUMNS = SAID.filter((column) => column !== "cuts");

const columns = WRITTEN.join(", ");
const moments = momentsOf(PARTICIPANTS);
const values = WRITTEN.map((column) => `(d.row).${column}`)
  .join(", ")
  .replace("(d.row).fields", "coalesce((d.row).fields, '{}')");
const broughtNews = BROUGHT.map(
  (by) => `${by} = CASE WHEN d.differences = '{}' THEN p.${by} ELSE d.${by} END`,
).join(",\n    ");
const assignments = WRITTEN.map((column) => `${column} = (d.row).${column}`).join(",\n    ");

/** When what a snapshot says came about at Revento, as far as it says that. */
const OCCURRED_AT =
  "CASE WHEN d.exact OR d.overrules THEN d.version_at ELSE coalesce(d.changed_at, d.version_at) END";
/** What is within a second of its beginning is no change of it, but the beginning itself. */
const BEGINNING = "interval '1 second'";
/** When Revento last changed a row that is new here; null where it is as it began. */
const CHANGED_BEFORE = `CASE
    WHEN coalesce(d.changed_at, (d.row).last_reviewed_at)
      > coalesce((d.row).submitted_at, (d.row).registered_at) + ${BEGINNING}
    THEN coalesce(d.changed_at, (d.row).last_reviewed_at) END`;

/**
 * The history gets what changed, what is told of a status that is not the newest, and all that is told while the
 * event is read: by that the read knows what it has not missed.
 *
 * $1 event, $2 rows as JSON, $3 names of the remembered columns, $4 source, $5 kind of
 * the history entries that no row names itself. `said` holds the columns a snapshot speaks of:
 * jsonb_populate_record keeps every other column as it is.
 */
export const MIRROR_STATEMENT = `${knownRows(PARTICIPANTS)}, compared AS MATERIALIZED (
  SELECT k.*, to_jsonb(k.before) AS old,
    CASE WHEN NOT k.is_new AND k.applies THEN to_jsonb(k.row) ELSE to_jsonb(k.before) END AS new
  FROM known k
), decided AS (
  SELECT c.*, (c.before).removed_at IS NOT NULL AS was_removed,
    d.differences || CASE WHEN c.applies AND (c.before).removed_at IS NOT NULL
      THEN '{"removed": [true, false]}'::jsonb ELSE '{}' END AS differences
  FROM compared c
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_object_agg(k, CASE k WHEN 'fields'
      THEN changed_answers(c.old -> k, c.new -> k) ELSE kept_change(c.old -> k, c.new -> k) END), '{}') AS differences
    FROM unnest($3::text[]) k
    WHERE NOT c.is_new AND c.old -> k IS DISTINCT FROM c.new -> k) d
), reading AS (
  SELECT EXISTS (SELECT FROM sync_runs WHERE event_id = $1 AND state IN ('queued', 'running')) AS is_read
), inserted AS (
  INSERT INTO participants (event_id, participant_id, ${columns},
    ${moments.join(", ")}, updated_at, changed_at, source, ${BROUGHT.join(", ")}, confirmed_at)
  SELECT $1, d.id, ${values}, ${moments.map((moment) => `d.new_${moment}`).join(", ")}, statement_timestamp(), ${CHANGED_BEFORE}, $4, ${BROUGHT.map((by) => `d.${by}`).join(", ")}, statement_timestamp()
  FROM decided d WHERE d.is_new
), updated AS (
  UPDATE participants p SET
    ${assignments},
    ${moments.map((moment) => `${moment} = d.new_${moment}`).join(", ")},
    updated_at = CASE WHEN d.differences = '{}' THEN p.updated_at ELSE statement_timestamp() END,
    changed_at = CASE WHEN d.differences = '{}' THEN p.changed_at ELSE greatest(p.changed_at, ${OCCURRED_AT}) END,
    source = CASE WHEN d.differences = '{}' THEN p.source ELSE $4 END,
    ${broughtNews},
    confirmed_at = statement_timestamp(),
    missing_since = NULL,
    removed_at = CASE WHEN d.applies THEN NULL ELSE p.removed_at END
  FROM decided d
  WHERE p.event_id = $1 AND p.participant_id = d.id AND NOT d.is_new
    AND (d.applies OR NOT d.exact) AND NOT d.is_quiet
), remembered AS (
  INSERT INTO participant_history
    (event_id, participant_id, occurred_at, kind, status, actor_id, changes, envelope_id)
  SELECT $1, d.id, ${OCCURRED_AT},
    coalesce(d.kind, $5), coalesce(d.said ->> 'status', (d.row).status), d.actor_id, d.differences, d.envelope_id
  FROM decided d CROSS JOIN reading r
  WHERE d.differences <> '{}' OR CASE $4 WHEN 'reconcile' THEN d.is_new
    WHEN 'webhook' THEN d.is_new OR d.said ->> 'status' IS DISTINCT FROM (d.row).status OR r.is_read
    ELSE false END
  ON CONFLICT (event_id, participant_id, envelope_id) DO NOTHING
)
SELECT d.id, d.is_new, d.was_removed, d.applies, d.is_held, d.overrules, (d.row).status,
  ARRAY(SELECT jsonb_object_keys(d.differences)) AS fields,
  ARRAY(SELECT key FROM jsonb_each(d.differences) WHERE value -> 0 = 'null') AS lacked
FROM decided d`;
