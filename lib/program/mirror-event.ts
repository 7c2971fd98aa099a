import type { Sql } from "@/lib/db";
import type { EventSnapshot } from "@/lib/revento/snapshots";
import type { MirrorRow } from "./mirror-rows";

const STATEMENT = `
WITH compared AS (
  SELECT i.*, v.applies, to_jsonb(e) AS before,
    CASE WHEN v.applies THEN jsonb_populate_record(e, i.said) ELSE e END AS row
  FROM (SELECT $2::jsonb AS said, $3::timestamptz(3) AS version_at, $4::timestamptz(3) AS changed_at,
    $5::boolean AS exact) i
  LEFT JOIN events e ON e.event_id = $1
  CROSS JOIN LATERAL (SELECT coalesce(e.event_id IS NULL OR i.version_at >= e.version_at
    OR (NOT i.exact AND i.changed_at > e.version_at), false) AS applies) v
), written AS (
  INSERT INTO events AS e (event_id, organization_id, title, description, starts_at, ends_at,
    publish_status, min_age, timezone, participant_count, version_at, source, mirrored_at)
  SELECT $1, (row).organization_id, (row).title, (row).description, (row).starts_at, (row).ends_at,
    (row).publish_status, (row).min_age, (row).timezone, (row).participant_count,
    CASE WHEN exact THEN version_at ELSE greatest(version_at, changed_at) END, $6, statement_timestamp()
  FROM compared WHERE applies OR NOT exact
  ON CONFLICT (event_id) DO UPDATE SET
    organization_id = excluded.organization_id, title = excluded.title,
    description = excluded.description, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
    publish_status = excluded.publish_status, min_age = excluded.min_age,
    timezone = excluded.timezone, participant_count = excluded.participant_count,
    version_at = greatest(e.version_at, excluded.version_at), source = excluded.source,
    mirrored_at = excluded.mirrored_at
)
SELECT applies, applies AND (before IS NULL OR before IS DISTINCT FROM to_jsonb(row)) AS changed
FROM compared`;

/**
 * Mirrors the event itself (contract 4.6), from the API or an `event.*` webhook, unless something
 * newer is known. The caller holds `lockMirror` and made sure that the snapshot is of this event.
 */
export async function mirrorEvent(
  sql: Sql,
  eventId: string,
  { snapshot, versionAt, exact }: MirrorRow<EventSnapshot>,
  source: "sync" | "webhook" | "reconcile",
): Promise<{ changed: boolean; older: boolean }> {
  const said = {
    organization_id: snapshot.organizationId,
    title: snapshot.title,
    description: snapshot.description,
    starts_at: snapshot.startsAt,
    ends_at: snapshot.endsAt,
    publish_status: snapshot.publishStatus,
    min_age: snapshot.minAge,
    timezone: snapshot.timezone,
    participant_count: snapshot.participantCount,
  };
  const { rows } = await sql.query<{ applies: boolean; changed: boolean }>({
    name: "mirror-event",
    text: STATEMENT,
    values: [eventId, JSON.stringify(said), versionAt, snapshot.updatedAt, exact, source],
  });
  const [outcome] = rows;
  return { changed: outcome?.changed === true, older: outcome?.applies !== true };
}
