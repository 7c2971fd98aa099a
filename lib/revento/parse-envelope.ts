import { z } from "zod";
import { EventId } from "@/lib/event-id";
import { parseReventoJson } from "./parse-json";
import { Id, RequiredExactTime } from "./wire-fields";

const WireEnvelope = z.object({
  id: Id,
  type: Id,
  occurred_at: RequiredExactTime,
  event_id: EventId.nullable(),
  organization_id: Id.nullish(),
  data: z.custom<Record<string, unknown>>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    "must be an object",
  ),
});
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** What every delivery carries around its data (contract 6.3). */
export type Envelope = {
  id: string;
  type: string;
  /** On Revento's clock. */
  occurredAt: Date;
  /** The same with all its digits. */
  occurredAtExactly: string;
  /** Null for what belongs to the integration as a whole. */
  eventId: string | null;
  /** Null also where an envelope of an event lacks it: then it is of the organization that connected. */
  organizationId: string | null;
  /** The snapshot, as it came; its parser depends on `type`. */
  data: Record<string, unknown>;
};

/** The envelope in the bytes of a delivery. Throws SyntaxError, TypeError or ZodError for anything else. */
export function parseEnvelope(body: Uint8Array): Envelope {
  const json: unknown = parseReventoJson(utf8.decode(body));
  const wire = WireEnvelope.parse(json);
  return {
    id: wire.id,
    type: wire.type,
    occurredAt: new Date(wire.occurred_at),
    occurredAtExactly: wire.occurred_at,
    eventId: wire.event_id,
    organizationId: wire.organization_id ?? null,
    data: wire.data,
  };
}
