import type { Sql } from "@/lib/db";
import type { Topic } from "@/lib/live/record-change";
import type { MirrorTable } from "@/lib/mirror/mirror-rows";
import { mirrorParticipants, type ParticipantDrift } from "@/lib/participants/mirror-participants";
import { PARTICIPANTS } from "@/lib/participants/mirror-statement";
import {
  ACTIVITIES,
  EVENT,
  LOCATIONS,
  mirrorProgram,
  PROGRAM_DAYS,
  type ProgramMirrorResult,
  REGISTRATION_WAVES,
  THREADS,
} from "@/lib/program/mirror-program";
import {
  type ListName,
  type PagePlace,
  type RowOf,
  readEvent,
  readPage,
} from "@/lib/revento/read-api";
import type { SyncRun } from "./sync-run";

type ResourceName = "event" | ListName;

/** What a page changed in the mirror, and what the run should know of it. */
export type PageEffect = {
  topic: Topic;
  changed: string[];
  participants?: number;
  drift?: ParticipantDrift[];
  /** How many rows a later reading decides about. */
  held?: number;
  expectedRows?: number | null;
};

/** A page that was read, with the work that writes it. */
export type FetchedPage = {
  /** On Revento's clock. */
  readAt: Date;
  nextCursor: string | null;
  /** There is more, and Revento does not say where. */
  isIncomplete?: boolean;
  /** Rows that nobody can tell apart from others. */
  unreadable?: number;
  /** The ids of its rows, in their order. */
  ids: string[];
  /** Writes all of its rows, or the one at `only`. */
  mirror(sql: Sql, run: SyncRun, only?: number): Promise<PageEffect>;
};

export type SyncResource = {
  name: ResourceName;
  table: MirrorTable<never>;
  /** Without this scope the resource is left out (contract 3.6). */
  scope: string;
  read(
    accessToken: string,
    eventId: string,
    place: PagePlace,
    signal: AbortSignal,
  ): Promise<FetchedPage>;
};

const event: SyncResource = {
  name: "event",
  table: EVENT,
  scope: "event.read",
  async read(accessToken, eventId, _place, signal) {
    const { event: snapshot, readAt } = await readEvent(accessToken, eventId, signal);
    return {
      readAt,
      nextCursor: null,
      ids: [eventId],
      async mirror(sql, run) {
        const row = { snapshot, versionAt: readAt, exact: false, brought: broughtBy(run) };
        const mirrored = await mirrorProgram(sql, eventId, EVENT, [row], run.kind);
        const expectedRows = snapshot.participantCount ?? null;
        return { topic: "event", ...effectOf(mirrored, run), expectedRows };
      },
    };
  },
};

function programList<Name extends Exclude<ListName, "participants">>(
  name: Name,
  table: MirrorTable<RowOf<Name>>,
): SyncResource {
  return {
    name,
    table,
    scope: "program.read",
    async read(accessToken, eventId, place, signal) {
      const page = await readPage(accessToken, eventId, name, place, signal);
      const rows = page.rows.map((snapshot) => ({
        snapshot,
        versionAt: page.readAt,
        exact: false,
      }));
      return {
        readAt: page.readAt,
        nextCursor: page.nextCursor,
        isIncomplete: page.isIncomplete,
        unreadable: page.unreadable,
        ids: page.rows.map(table.idOf),
        async mirror(sql, run, only) {
          const wanted = oneOrAll(rows, only).map((row) => ({ ...row, brought: broughtBy(run) }));
          const mirrored = await mirrorProgram(sql, eventId, table, wanted, run.kind);
          return { topic: "program", ...effectOf(mirrored, run) };
        },
      };
    },
  };
}

const participants: SyncResource = {
  name: "participants",
  table: PARTICIPANTS,
  scope: "participants.read",
  async read(accessToken, eventId, place, signal) {
    const page = await readPage(accessToken, eventId, "participants", place, signal);
    const rows = page.rows.map((snapshot) => ({ snapshot, versionAt: page.readAt, exact: false }));
    return {
      readAt: page.readAt,
      nextCursor: page.nextCursor,
      isIncomplete: page.isIncomplete,
      unreadable: page.unreadable,
      ids: page.rows.map(({ participantId }) => participantId),
      async mirror(sql, run, only) {
        const origin = { source: run.kind, kind: run.kind };
        const written = oneOrAll(rows, only).map((row) => ({ ...row, brought: broughtBy(run) }));
        const mirrored = await mirrorParticipants(sql, eventId, written, origin);
        const { changed, drift, held } = mirrored;
        return {
          topic: "participants",
          changed,
          drift,
          held: held.length,
          participants: written.length,
        };
      },
    };
  },
};

function effectOf({ changed, held, overruled }: ProgramMirrorResult, run: SyncRun) {
  const won = run.kind === "reconcile" ? overruled : [];
  const drift = won.map((id) => ({ participantId: id, fields: [], cause: "read_twice" as const }));
  return { changed, held: held.length, drift };
}

/** The page that is being written is the next after those that are. */
function broughtBy({ id, pages }: SyncRun) {
  return { runId: id, page: pages + 1 };
}

function oneOrAll<T>(rows: T[], only: number | undefined): T[] {
  return only === undefined ? rows : rows.slice(only, only + 1);
}

/** Everything a run reads, in its order: people may look at the program while the applications arrive. */
export const SYNC_RESOURCES: readonly SyncResource[] = [
  event,
  programList("program_days", PROGRAM_DAYS),
  programList("threads", THREADS),
  programList("locations", LOCATIONS),
  programList("registration_waves", REGISTRATION_WAVES),
  programList("activities", ACTIVITIES),
  participants,
];
