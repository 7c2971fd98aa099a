import { z } from "zod";
import { type OddField, oddOf, readLeniently } from "./read-leniently";
import {
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

/** What of a row could not be read. */
type Odd = { odd?: OddField[] };

/** A day of the program; `date` is `YYYY-MM-DD` in the event's own time zone. */
export type ProgramDaySnapshot = Odd & { dayId: string; date: string; title?: string | null };

export type ThreadSnapshot = Odd & { threadId: string; title?: string; position?: number | null };

/** A venue, a building in it or a floor of that (`kind`), in their tree. */
export type LocationSnapshot = Odd & {
  locationId: string;
  name?: string;
  parentId?: string | null;
  kind?: string | null;
};

export type RegistrationWaveSnapshot = Odd & {
  waveId: string;
  title?: string | null;
  opensAt?: Date | null;
  closesAt?: Date | null;
  state?: string | null;
  capacity?: number | null;
};

export type ActivitySnapshot = Odd & {
  activityId: string;
  title?: string;
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

const WireDay = z.object({ id: Id, date: z.iso.date() });
const DAY = { title: Name };
const THREAD = { title: RequiredName, position: z.int32().nullish() };
const LOCATION = { name: RequiredName, parent_id: OtherId, kind: Word };
const WAVE = { title: Name, opens_at: Time, closes_at: Time, state: Word, capacity: Count };
const ACTIVITY = {
  title: RequiredName,
  thread_id: OtherId,
  location_id: OtherId,
  starts_at: Time,
  ends_at: Time,
  status: Word,
  day_id: OtherId,
  description: Prose,
  capacity: Count,
  signed_up_count: Count,
  waitlist_count: Count,
  capacity_state: Word,
  updated_at: ExactTime,
};

/** Throws ZodError where nobody can tell which row it is. */
function idOf(json: unknown): string {
  return z.object({ id: Id }).parse(json).id;
}

/** A day from `/program` (contract 4.7; field names A). Throws ZodError without an id or a date. */
export function parseProgramDay(json: unknown): ProgramDaySnapshot {
  const { id: dayId, date } = WireDay.parse(json);
  const { read, odd } = readLeniently(DAY, json);
  return { dayId, date, ...read, ...oddOf(odd) };
}

/** A thread from `/threads` (contract 4.7; field names A). Throws ZodError without an id. */
export function parseThread(json: unknown): ThreadSnapshot {
  const { read, odd } = readLeniently(THREAD, json);
  return { threadId: idOf(json), ...read, ...oddOf(odd) };
}

/** A location from `/locations` (contract 4.7; field names A). Throws ZodError without an id. */
export function parseLocation(json: unknown): LocationSnapshot {
  const { read, odd } = readLeniently(LOCATION, json);
  const { name, parent_id: parentId, kind } = read;
  return { locationId: idOf(json), name, parentId, kind, ...oddOf(odd) };
}

/** A wave from `/registration-waves` (contract 4.7; field names A). Throws ZodError without an id. */
export function parseRegistrationWave(json: unknown): RegistrationWaveSnapshot {
  const { read, odd } = readLeniently(WAVE, json);
  return {
    waveId: idOf(json),
    title: read.title,
    opensAt: read.opens_at,
    closesAt: read.closes_at,
    state: read.state,
    capacity: read.capacity,
    ...oddOf(odd),
  };
}

/** An activity from `/activities` or an `activity.*` webhook (contract 4.7, 6.7). Throws ZodError without an id. */
export function parseActivity(json: unknown): ActivitySnapshot {
  const { read, odd } = readLeniently(ACTIVITY, json);
  return {
    activityId: idOf(json),
    title: read.title,
    threadId: read.thread_id,
    locationId: read.location_id,
    dayId: read.day_id,
    description: read.description,
    startsAt: read.starts_at,
    endsAt: read.ends_at,
    status: read.status,
    capacity: read.capacity,
    signedUpCount: read.signed_up_count,
    waitlistCount: read.waitlist_count,
    capacityState: read.capacity_state,
    updatedAt: read.updated_at,
    ...oddOf(odd),
  };
}
