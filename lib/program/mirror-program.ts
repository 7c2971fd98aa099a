import type { Sql } from "@/lib/db";
import { EVENT_ROW } from "@/lib/mirror/full-read";
import {
  incomingOf,
  type MirrorAnswer,
  type MirrorOutcome,
  type MirrorRow,
  type MirrorTable,
  plainStatement,
  runInRounds,
} from "@/lib/mirror/mirror-rows";
import type {
  ActivitySnapshot,
  EventSnapshot,
  LocationSnapshot,
  OddField,
  ProgramDaySnapshot,
  RegistrationWaveSnapshot,
  ThreadSnapshot,
} from "@/lib/revento/snapshots";

/** The event itself (contract 4.6). */
export const EVENT: MirrorTable<EventSnapshot> = {
  ...EVENT_ROW,
  key: "event_id",
  idOf: ({ eventId }) => eventId,
  changedAtOf: ({ updatedAt }) => updatedAt,
  counters: ["participant_count"],
  blank: { organization_id: "", title: "Untitled", publish_status: "unknown" },
  columns: {
    organization_id: ({ organizationId }) => organizationId,
    title: ({ title }) => title,
    description: ({ description }) => description,
    starts_at: ({ startsAt }) => startsAt,
    ends_at: ({ endsAt }) => endsAt,
    publish_status: ({ publishStatus }) => publishStatus,
    min_age: ({ minAge }) => minAge,
    timezone: ({ timezone }) => timezone,
    participant_count: ({ participantCount }) => participantCount,
  },
};

/** Days of the program (contract 4.7, as all that follows). */
export const PROGRAM_DAYS: MirrorTable<ProgramDaySnapshot> = {
  name: "program_days",
  confirmedAt: "mirrored_at",
  doubts: [],
  key: "day_id",
  idOf: ({ dayId }) => dayId,
  columns: { date: ({ date }) => date, title: ({ title }) => title },
};

export const THREADS: MirrorTable<ThreadSnapshot> = {
  name: "threads",
  confirmedAt: "mirrored_at",
  doubts: [],
  key: "thread_id",
  blank: { title: "Untitled" },
  idOf: ({ threadId }) => threadId,
  columns: { title: ({ title }) => title, position: ({ position }) => position },
};

/** Venues, buildings and floors. */
export const LOCATIONS: MirrorTable<LocationSnapshot> = {
  name: "locations",
  confirmedAt: "mirrored_at",
  doubts: [],
  key: "location_id",
  blank: { name: "Untitled" },
  idOf: ({ locationId }) => locationId,
  columns: {
    parent_id: ({ parentId }) => parentId,
    kind: ({ kind }) => kind,
    name: ({ name }) => name,
  },
};

export const REGISTRATION_WAVES: MirrorTable<RegistrationWaveSnapshot> = {
  name: "registration_waves",
  confirmedAt: "mirrored_at",
  doubts: [],
  key: "wave_id",
  idOf: ({ waveId }) => waveId,
  columns: {
    title: ({ title }) => title,
    opens_at: ({ opensAt }) => opensAt,
    closes_at: ({ closesAt }) => closesAt,
    state: ({ state }) => state,
    capacity: ({ capacity }) => capacity,
  },
};

/** Activities, from the API or from `activity.*` webhooks. */
export const ACTIVITIES: MirrorTable<ActivitySnapshot> = {
  name: "activities",
  confirmedAt: "mirrored_at",
  doubts: ["stale_hash"],
  key: "activity_id",
  idOf: ({ activityId }) => activityId,
  changedAtOf: ({ updatedAt }) => updatedAt,
  counters: ["signed_up_count", "waitlist_count"],
  blank: { title: "Untitled" },
  columns: {
    thread_id: ({ threadId }) => threadId,
    location_id: ({ locationId }) => locationId,
    day_id: ({ dayId }) => dayId,
    title: ({ title }) => title,
    description: ({ description }) => description,
    starts_at: ({ startsAt }) => startsAt,
    ends_at: ({ endsAt }) => endsAt,
    status: ({ status }) => status,
    capacity: ({ capacity }) => capacity,
    signed_up_count: ({ signedUpCount }) => signedUpCount,
    waitlist_count: ({ waitlistCount }) => waitlistCount,
    capacity_state: ({ capacityState }) => capacityState,
  },
};

/** Tables that a completed pass over the program has seen all rows of. */
export const PROGRAM = [PROGRAM_DAYS, THREADS, LOCATIONS, REGISTRATION_WAVES, ACTIVITIES] as const;

export type ProgramMirrorResult = {
  /** Ids of rows that are new or changed. */
  changed: string[];
  /** Ids of rows of which a page says something else, and a later reading decides. */
  held: string[];
  /** Ids of rows in which a later reading won over a delivery. */
  overruled: string[];
  /** What became of each row of the call, in its order. */
  outcomes: MirrorOutcome[];
};

type Source = "sync" | "webhook" | "reconcile";

/**
 * Writes rows of the event or of its program, each only if not older than what is there (contract 6.5,
 * docs/mirror-rules.md). In a change of the event, which made sure that the rows are of this event.
 */
export async function mirrorProgram<Snapshot extends { odd?: OddField[] }>(
  sql: Sql,
  eventId: string,
  table: MirrorTable<Snapshot>,
  rows: readonly MirrorRow<Snapshot>[],
  source: Source,
): Promise<ProgramMirrorResult> {
  const hasSource = table.name === EVENT.name;
  const stamps = {
    mirrored_at: "statement_timestamp()",
    ...(hasSource && { source: "$3::text" }),
  };
  const answers = await runInRounds<MirrorAnswer>(
    sql,
    eventId,
    {
      name: `mirror-${table.name}`,
      text: plainStatement(table, stamps),
      more: hasSource ? [source] : [],
    },
    rows.map((row) => incomingOf(table, row)),
  );
  const outcomes = answers.map(outcomeOf);
  const idsOf = (some: MirrorAnswer[]) => [...new Set(some.map(({ id }) => id))];
  return {
    changed: idsOf(answers.filter((_, at) => outcomes[at] === "changed")),
    held: idsOf(answers.filter((answer) => answer.is_held)),
    overruled: idsOf(answers.filter((answer) => answer.overrules)),
    outcomes,
  };
}

function outcomeOf({ applies, changed }: MirrorAnswer): MirrorOutcome {
  if (!applies) return "older";
  return changed ? "changed" : "unchanged";
}
