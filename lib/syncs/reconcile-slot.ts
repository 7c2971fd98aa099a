/**
 * When the daily reconcile of an event was last meant to be asked for, as SQL: the minute of the day
 * follows from the event's id, so that events spread over the day. Takes the names of an event's id and
 * of the present moment (timestamptz) in the query around it.
 */
export function latestReconcileSlot(eventId: string, now: string): string {
  const today = `(date_trunc('day', ${now}, 'UTC')
    + (('x' || substr(md5(${eventId}), 1, 8))::bit(32)::bigint % 1440) * interval '1 minute')`;
  return `(CASE WHEN ${today} <= ${now} THEN ${today} ELSE ${today} - interval '1 day' END)`;
}

/**
 * Whether the reconcile of that slot is still to be asked for, as SQL over a row `c` of connections: the
 * event was connected before, and no run was asked for since or is open.
 */
export function isReconcileDue(slot: string): string {
  return `(c.connected_at < ${slot} AND NOT EXISTS (
    SELECT 1 FROM sync_runs r
    WHERE r.event_id = c.event_id AND (r.created_at >= ${slot} OR r.state IN ('queued', 'running'))))`;
}
