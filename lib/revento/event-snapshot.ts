import { z } from "zod";
import { type OddField, oddOf, readLeniently } from "./read-leniently";
import { Count, ExactTime, Id, Prose, RequiredName, RequiredWord, Time, Word } from "./wire-fields";

/** An event as Revento showed it (contract 4.6). `undefined`: not said; `null`: there is none. */
export type EventSnapshot = {
  eventId: string;
  organizationId?: string;
  title?: string;
  /** `published`, `unpublished`, `archived`, or a newer word. */
  publishStatus?: string;
  description?: string | null;
  startsAt?: Date | null;
  endsAt?: Date | null;
  minAge?: string | null;
  timezone?: string | null;
  /** How many rows the list of participants has (A). */
  participantCount?: number | null;
  updatedAt?: string | null;
  /** What of it could not be read. */
  odd?: OddField[];
};

const EVENT = {
  organization_id: Id,
  title: RequiredName,
  publish_status: RequiredWord,
  description: Prose,
  starts_at: Time,
  ends_at: Time,
  min_age: Word,
  timezone: Word,
  participant_count: Count,
  updated_at: ExactTime,
};

/** An event from the API or from an `event.*` webhook. Throws ZodError without an id. */
export function parseEvent(json: unknown): EventSnapshot {
  const { id: eventId } = z.object({ id: Id }).parse(json);
  const { read, odd } = readLeniently(EVENT, json);
  return {
    eventId,
    organizationId: read.organization_id,
    title: read.title,
    publishStatus: read.publish_status,
    description: read.description,
    startsAt: read.starts_at,
    endsAt: read.ends_at,
    minAge: read.min_age,
    timezone: read.timezone,
    participantCount: read.participant_count,
    updatedAt: read.updated_at,
    ...oddOf(odd),
  };
}
