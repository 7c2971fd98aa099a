import { z } from "zod";
import {
  assumed,
  Count,
  ExactTime,
  Id,
  Prose,
  RequiredName,
  RequiredWord,
  Time,
  Word,
} from "./wire-fields";

/** An event as Revento showed it (contract 4.6). `undefined`: not said; `null`: there is none. */
export type EventSnapshot = {
  eventId: string;
  organizationId: string;
  title: string;
  /** `published`, `unpublished`, `archived`, or a newer word. */
  publishStatus: string;
  description?: string | null;
  startsAt?: Date | null;
  endsAt?: Date | null;
  minAge?: string | null;
  timezone?: string | null;
  /** How many rows the list of participants has (A). */
  participantCount?: number | null;
  updatedAt?: string | null;
};

const WireEvent = z.object({
  id: Id,
  organization_id: Id,
  title: RequiredName,
  publish_status: RequiredWord,
  description: Prose,
  starts_at: assumed(Time),
  ends_at: assumed(Time),
  min_age: Word,
  timezone: assumed(Word),
  participant_count: assumed(Count),
  updated_at: assumed(ExactTime),
});

/** An event from the API or from an `event.*` webhook. Throws ZodError when it contradicts the contract. */
export function parseEvent(json: unknown): EventSnapshot {
  const wire = WireEvent.parse(json);
  return {
    eventId: wire.id,
    organizationId: wire.organization_id,
    title: wire.title,
    publishStatus: wire.publish_status,
    description: wire.description,
    startsAt: wire.starts_at,
    endsAt: wire.ends_at,
    minAge: wire.min_age,
    timezone: wire.timezone,
    participantCount: wire.participant_count,
    updatedAt: wire.updated_at,
  };
}
