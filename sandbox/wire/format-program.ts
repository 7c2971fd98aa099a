import type {
  ActivityRow,
  DayRow,
  LocationRow,
  RegistrationWaveRow,
  ThreadRow,
} from "../store/rows";
import { formatTime } from "./format-time";

const ALMOST_FULL = 0.9;

/** A day of the program. Field names of the program are assumed (A), contract 4.7. */
export function formatDay(row: DayRow) {
  return { id: row.id, date: row.date, title: row.title };
}

/** A thread: one of the parallel strands of the program. */
export function formatThread(row: ThreadRow) {
  return { id: row.id, title: row.title, position: row.position };
}

/** A venue, a building of it, or a floor of that. */
export function formatLocation(row: LocationRow) {
  return { id: row.id, parent_id: row.parent_id, kind: row.kind, name: row.name };
}

/** A registration wave; its state follows from the platform's time (`now`, epoch ms). */
export function formatRegistrationWave(row: RegistrationWaveRow, now: number) {
  return {
    id: row.id,
    title: row.title,
    opens_at: formatTime(row.opens_at),
    closes_at: formatTime(row.closes_at),
    state: now < row.opens_at ? "upcoming" : now < row.closes_at ? "open" : "closed",
    capacity: row.capacity,
  };
}

/** An activity with its counts; `capacity_state` follows from them. */
export function formatActivity(row: ActivityRow) {
  return {
    id: row.id,
    thread_id: row.thread_id,
    location_id: row.location_id,
    day_id: row.day_id,
    title: row.title,
    description: row.description,
    starts_at: formatTime(row.starts_at),
    ends_at: formatTime(row.ends_at),
    status: row.status,
    capacity: row.capacity,
    signed_up_count: row.signed_up_count,
    waitlist_count: row.waitlist_count,
    capacity_state: capacityState(row),
    updated_at: formatTime(row.updated_at),
  };
}

function capacityState(row: ActivityRow): "open" | "almost_full" | "full" {
  if (row.capacity === null) return "open";
  if (row.signed_up_count >= row.capacity) return "full";
  return row.signed_up_count >= row.capacity * ALMOST_FULL ? "almost_full" : "open";
}
