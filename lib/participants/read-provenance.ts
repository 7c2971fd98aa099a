import type { Sql } from "@/lib/db";
import { answerField } from "@/lib/list-address/list-fields";
import type { ValueOriginView } from "./application-detail-view";

/** The mirrored columns by the names that addresses use for them. */
const FIELD_OF_COLUMN: Record<string, string> = {
  role: "role",
  status: "status",
  name: "name",
  email: "email",
  submitted_at: "submitted",
  registered_at: "registered",
  last_review_action: "decision",
  last_reviewed_at: "reviewed",
  last_reviewer_id: "reviewer",
};

type ChangeRow = { name: string; is_answer: boolean; kind: string; occurred_at: Date };
type FirstRow = { kind: string | null; has_grant: boolean };
type ToldRow = {
  participant_id: string;
  user_id: string | null;
  fields: Record<string, unknown>;
  source: string;
  first_seen_at: Date;
};

/** The newest entry that changed each column and each answer, in the order of writing. */
const NEWEST_CHANGES = `
SELECT DISTINCT ON (c.is_answer, c.name) c.is_answer, c.name, h.kind, h.occurred_at
FROM participant_history h
CROSS JOIN LATERAL (SELECT
  CASE jsonb_typeof(h.changes #> '{fields,0}') WHEN 'object' THEN h.changes #> '{fields,0}' ELSE '{}' END AS before,
  CASE jsonb_typeof(h.changes #> '{fields,1}') WHEN 'object' THEN h.changes #> '{fields,1}' ELSE '{}' END AS after
) answers
CROSS JOIN LATERAL (
  SELECT false AS is_answer, jsonb_object_keys(h.changes) AS name
  UNION ALL
  SELECT true, jsonb_object_keys(before || after)
) c
WHERE h.event_id = $1 AND h.participant_id = $2
ORDER BY c.is_answer, c.name, h.id DESC`;

/**
 * Where each value of a participant comes from: a change leaves its entry in the transaction that
 * writes it, so the newest entry of a field is the present value's.
 */
export async function readProvenance(
  sql: Sql,
  eventId: string,
  row: ToldRow,
): Promise<Record<string, ValueOriginView>> {
  const changes = await sql.query<ChangeRow>(NEWEST_CHANGES, [eventId, row.participant_id]);
  const origins = new Map<string, ValueOriginView>();
  for (const change of changes.rows) {
    const field = change.is_answer ? answerField(change.name) : FIELD_OF_COLUMN[change.name];
    const { kind, occurred_at: at } = change;
    if (field) origins.set(field, { kind, at: at.toISOString(), isFirst: false });
  }
  const first = await readFirstOrigin(sql, eventId, row, changes.rows.length > 0);
  const fields = [
    ...Object.values(FIELD_OF_COLUMN),
    ...Object.keys(row.fields).map((key) => answerField(key)),
  ];
  return Object.fromEntries(fields.map((field) => [field, origins.get(field) ?? first]));
}

/**
 * What brought the row. A webhook or a reconcile left its entry in the same transaction; a first read or
 * the portal left none. Which of the two it was, the row says for as long as nothing has changed; later
 * it can only be told of those who never signed in to the portal.
 */
async function readFirstOrigin(
  sql: Sql,
  eventId: string,
  row: ToldRow,
  isChanged: boolean,
): Promise<ValueOriginView> {
  const found = await sql.query<FirstRow>(
    `SELECT (SELECT kind FROM participant_history
       WHERE event_id = $1 AND participant_id = $2 AND recorded_at = $3 ORDER BY id LIMIT 1) AS kind,
     EXISTS (SELECT FROM grants WHERE event_id = $1 AND user_id = $4) AS has_grant`,
    [eventId, row.participant_id, row.first_seen_at, row.user_id],
  );
  const { kind = null, has_grant: hasGrant = true } = found.rows[0] ?? {};
  const unrecorded = !isChanged ? row.source : hasGrant ? null : "sync";
  return { kind: kind ?? unrecorded, at: row.first_seen_at.toISOString(), isFirst: true };
}
