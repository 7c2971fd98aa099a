import { isLive } from "@/lib/connections/connection-states";
import type { ConnectionFigures } from "./connection-figures";
import type { ConnectionRowView } from "./connection-list-view";
import type { ConnectionRecord } from "./connection-record";
import { capOf, troublesOf } from "./connection-troubles";

/** How a connection is, in one word. */
export function healthOf(record: ConnectionRecord): ConnectionRowView["health"] {
  if (troublesOf(record).length > 0) return "trouble";
  return isLive(record.state) ? "good" : "ended";
}

/** A connection as operators see it. */
export function viewConnection(
  record: ConnectionRecord,
  figures: ConnectionFigures | undefined,
): ConnectionRowView {
  return {
    eventId: record.event_id,
    organizationId: record.organization_id,
    title: record.title,
    isPublic: record.publish_status === null ? null : record.publish_status === "published",
    state: record.state,
    cause: record.cause,
    since: record.state_since.toISOString(),
    connectedAt: record.connected_at.toISOString(),
    pausedAt: iso(record.paused_at),
    scopes: record.scopes,
    token: viewToken(record),
    lastDeliveryAt: iso(figures?.lastReceivedAt ?? record.last_delivery_at),
    deliveries: { waiting: figures?.waiting ?? 0, dead: record.dead },
    lastSync: viewLastSync(record),
    nextReconcileAt: iso(figures?.nextReconcileAt),
    budget: (record.first_issued_at && figures?.budget) ?? null,
    erasure: viewErasureOf(record),
    health: healthOf(record),
    troubles: troublesOf(record),
  };
}

function viewToken(record: ConnectionRecord): ConnectionRowView["token"] {
  const { first_issued_at: issued, access_expires_at: access } = record;
  if (!issued || !access || !record.refresh_expires_at) return null;
  return {
    firstIssuedAt: issued.toISOString(),
    accessExpiresAt: access.toISOString(),
    refreshExpiresAt: record.refresh_expires_at.toISOString(),
    capAt: capOf(issued).toISOString(),
    refreshFailedAt: iso(record.refresh_failed_at),
    refreshFailure: record.refresh_failure,
    pausedUntil: iso(record.paused_until),
  };
}

function viewLastSync(record: ConnectionRecord): ConnectionRowView["lastSync"] {
  const { run_id: runId, run_kind: kind, run_state: state } = record;
  if (!runId || !kind || !state) return null;
  return {
    runId,
    kind,
    state,
    error: record.run_error,
    finishedAt: iso(record.run_finished_at),
    drifted: record.run_drifted ?? 0,
    removed: record.run_removed ?? 0,
  };
}

function viewErasureOf(record: ConnectionRecord): ConnectionRowView["erasure"] {
  const { erasure_id: id, erasure_scope: scope, erasure_state: state } = record;
  const { erasure_planned_at: planned, erasure_due_at: due } = record;
  if (!id || !scope || !state || !planned || !due) return null;
  return { id, scope, state, plannedAt: planned.toISOString(), dueAt: due.toISOString() };
}

function iso(at: Date | null | undefined): string | null {
  return at?.toISOString() ?? null;
}
