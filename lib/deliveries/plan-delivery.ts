import type { MirrorRow } from "@/lib/mirror/mirror-rows";
import type { ParticipantRow } from "@/lib/participants/mirror-participants";
import { type Envelope, parseEnvelope } from "@/lib/revento/parse-envelope";
import { parseRevokedAccess } from "@/lib/revento/parse-lifecycle";
import {
  type ActivitySnapshot,
  type EventSnapshot,
  parseActivity,
  parseApplicationSnapshot,
  parseEvent,
  parseParticipant,
} from "@/lib/revento/snapshots";
import type { Delivery, Outcome } from "./delivery";

/** What a delivery asks of the mirror. */
export type Plan =
  | { step: "participant"; row: ParticipantRow }
  | { step: "activity"; row: MirrorRow<ActivitySnapshot> }
  | { step: "event"; row: MirrorRow<EventSnapshot> }
  | { step: "revoke_user"; userId: string; occurredAt: Date }
  | { step: "none"; outcome: Outcome };

export type PlannedDelivery = { delivery: Delivery; plan: Plan };

/**
 * Reads what a delivery of an event says (contract 6.7). Throws SyntaxError, ZodError or ForeignSnapshot when it says
 * nothing that anybody could read; an unknown type never does.
 */
export function planDelivery(
  delivery: Delivery,
  connection: { eventId: string; organizationId: string },
): PlannedDelivery {
  const envelope = parseEnvelope(delivery.body);
  if ((envelope.organizationId ?? connection.organizationId) !== connection.organizationId) {
    return { delivery, plan: { step: "none", outcome: "no_connection" } };
  }
  return { delivery, plan: planEnvelope(envelope, connection.eventId) };
}

function planEnvelope(envelope: Envelope, eventId: string): Plan {
  const { id, type, data, occurredAt } = envelope;
  const version = { versionAt: envelope.occurredAtExactly, exact: true };
  switch (type) {
    case "application.submitted":
    case "application.approved":
    case "application.rejected":
    case "application.revision_requested": {
      const { actorId, ...snapshot } = parseApplicationSnapshot(type, data);
      const told = { kind: type, envelopeId: id, actorId };
      return { step: "participant", row: { snapshot, ...version, ...told } };
    }
    case "participant.registered":
    case "participant.profile_updated": {
      const told = { kind: type, envelopeId: id };
      return {
        step: "participant",
        row: { snapshot: parseParticipant(data), ...version, ...told },
      };
    }
    case "activity.updated":
    case "activity.capacity_state_changed":
      return { step: "activity", row: { snapshot: parseActivity(data), ...version } };
    case "event.published":
    case "event.unpublished":
    case "event.updated":
      return {
        step: "event",
        row: { snapshot: requireEvent(parseEvent(data), eventId), ...version },
      };
    case "user.revoked_access":
      return { step: "revoke_user", userId: parseRevokedAccess(data).userId, occurredAt };
    case "integration.connected":
      return { step: "none", outcome: "unchanged" };
    default:
      return { step: "none", outcome: "unknown_type" };
  }
}

function requireEvent(snapshot: EventSnapshot, eventId: string): EventSnapshot {
  if (snapshot.eventId !== eventId) throw new ForeignSnapshot();
  return snapshot;
}

/** A delivery of one event that carries another one's snapshot. */
export class ForeignSnapshot extends Error {
  constructor() {
    super("the snapshot is of another event");
  }
}
