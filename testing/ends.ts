import { type ConnectionEnd, endConnection } from "@/lib/connections/end-connection";
import { beginErasure } from "@/lib/erasures/begin-erasure";
import { endGrant, type GrantEnd } from "@/lib/grants/end-grant";
import { changeEventInSql } from "@/lib/live/change-event";

/** Ends the connection of an event, as something that happened by itself. */
export function endConnectionOf(eventId: string, end: ConnectionEnd): Promise<boolean> {
  return changeEventInSql(eventId, (change) => endConnection(change, end));
}

/** Ends one participant's grant. */
export function endGrantOf(eventId: string, userId: string, end: GrantEnd): Promise<boolean> {
  return changeEventInSql(eventId, (change) => endGrant(change, userId, end));
}

/** Begins the open erasure of an event. */
export function beginErasureOf(eventId: string, begunBy: "plan" | "operator"): Promise<boolean> {
  return changeEventInSql(eventId, (change) => beginErasure(change, begunBy));
}
