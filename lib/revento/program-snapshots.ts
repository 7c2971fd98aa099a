import { z } from "zod";
import {
  assumed,
  Count,
  ExactTime,
  Id,
  Name,
  OtherId,
  Prose,
  RequiredName,
  Time,
  Word,
} from "./wire-fields";

/** A day of the program; `date` is `YYYY-MM-DD` in the event's own time zone. */
export type ProgramDaySnapshot = { dayId: string; date: string; title?: string | null };

export type ThreadSnapshot = { threadId: string; title: string; position?: number | null };

/** A venue, a building in it or a floor of that (`kind`), in their tree. */
export type LocationSnapshot = {
  locationId: string;
  name: string;
  parentId?: string | null;
  kind?: string | null;
};

export type RegistrationWaveSnapshot = {
  waveId: string;
  title?: string | null;
  opensAt?: Date | null;
  closesAt?: Date | null;
  state?: string | null;
  capacity?: number | null;
};

export type ActivitySnapshot = {
  activityId: string;
  title: string;
  threadId?: string | null;
  locationId?: string | null;
  dayId?: string | null;
  description?: string | null;
  startsAt?: Date | null;
  endsAt?: Date | null;
  status?: string | null;
  capacity?: number | null;
  signedUpCount?: number | null;
  waitlistCount?: number | null;
  capacityState?: string | null;
  updatedAt?: string | null;
};

const WireProgramDay = z.object({ id: Id, date: z.iso.date(), title: assumed(Name) });
const WireThread = z.object({
  id: Id,
  title: RequiredName,
  position: assumed(z.int32().nullish()),
});
const WireLocation = z.object({
  id: Id,
  name: RequiredName,
  parent_id: assumed(OtherId),
  kind: assumed(Word),
});
const WireRegistrationWave = z.object({
  id: Id,
  title: assumed(Name),
  opens_at: assumed(Time),
  closes_at: assumed(Time),
  state: assumed(Word),
  capacity: assumed(Count),
});
const WireActivity = z.object({
  id: Id,
  title: RequiredName,
  thread_id: OtherId,
  location_id: OtherId,
  starts_at: Time,
  ends_at: Time,
  status: Word,
  day_id: assumed(OtherId),
  description: assumed(Prose),
  capacity: assumed(Count),
  signed_up_count: assumed(Count),
  waitlist_count: assumed(Count),
  capacity_state: assumed(Word),
  updated_at: assumed(ExactTime),
});

/** A day from `/program` (contract 4.7; field names A). Throws ZodError without an id or a date. */
export function parseProgramDay(json: unknown): ProgramDaySnapshot {
  const { id, ...day } = WireProgramDay.parse(json);
  return { dayId: id, ...day };
}

/** A thread from `/threads` (contract 4.7; field names A). */
export function parseThread(json: unknown): ThreadSnapshot {
  const { id, ...thread } = WireThread.parse(json);
  return { threadId: id, ...thread };
}

/** A location from `/locations` (contract 4.7; field names A). */
export function parseLocation(json: unknown): LocationSnapshot {
  const wire = WireLocation.parse(json);
  return { locationId: wire.id, name: wire.name, parentId: wire.parent_id, kind: wire.kind };
}

/** A wave from `/registration-waves` (contract 4.7; field names A). */
export function parseRegistrationWave(json: unknown): RegistrationWaveSnapshot {
  const wire = WireRegistrationWave.parse(json);
  return {
    waveId: wire.id,
    title: wire.title,
    opensAt: wire.opens_at,
    closesAt: wire.closes_at,
    state: wire.state,
    capacity: wire.capacity,
  };
}

/** An activity from `/activities` or an `activity.*` webhook (contract 4.7, 6.7). */
export function parseActivity(json: unknown): ActivitySnapshot {
  const wire = WireActivity.parse(json);
  return {
    activityId: wire.id,
    title: wire.title,
    threadId: wire.thread_id,
    locationId: wire.location_id,
    dayId: wire.day_id,
    description: wire.description,
    startsAt: wire.starts_at,
    endsAt: wire.ends_at,
    status: wire.status,
    capacity: wire.capacity,
    signedUpCount: wire.signed_up_count,
    waitlistCount: wire.waitlist_count,
    capacityState: wire.capacity_state,
    updatedAt: wire.updated_at,
  };
}
