import { randomUUID } from "node:crypto";
import { withEventSql } from "@/lib/db";
import { lockMirror } from "@/lib/live/lock-mirror";
import { mirrorParticipants } from "@/lib/participants/mirror-participants";
import { ACTIVITIES, mirrorProgram } from "@/lib/program/mirror-program";

/** What Revento says of one row: its status, and how old it calls itself. */
export type Said = { status: string; own?: string };
/** What became of it. */
type Heard = { isHeld: boolean; hasWon: boolean; isConfirmed: boolean };

export type MirroredRow = {
  deliver: (said: Said, occurredAt: string) => Promise<Heard>;
  read: (said: Said, readAt: string) => Promise<Heard>;
  statusOf: () => Promise<string | undefined>;
  /** Moves what was held into the past, as if so many minutes had gone by. */
  pass: (minutes: number) => Promise<void>;
};

type Incoming = { said: Said; versionAt: string; exact: boolean };

/** One row of the mirror, and how deliveries and pages come to it: of participants or of activities. */
export const RESOURCES: Record<string, (eventId: string) => MirroredRow> = {
  participants: (eventId) => {
    const participantId = `ptp_${randomUUID()}`;
    const write = ({ said, versionAt, exact }: Incoming) =>
      inEvent(eventId, async (sql) => {
        const snapshot = { participantId, status: said.status, updatedAt: said.own };
        const source = exact ? ("webhook" as const) : ("reconcile" as const);
        const row = { snapshot, versionAt, exact };
        const mirrored = await mirrorParticipants(sql, eventId, [row], { source, kind: source });
        return {
          isHeld: mirrored.held.length > 0,
          hasWon: mirrored.drift.some(({ cause }) => cause === "read_twice"),
        };
      });
    return rowOf(
      eventId,
      { table: "participants", key: "participant_id", id: participantId, seen: "confirmed_at" },
      write,
    );
  },
  activities: (eventId) => {
    const activityId = `act_${randomUUID()}`;
    const write = ({ said, versionAt, exact }: Incoming) =>
      inEvent(eventId, async (sql) => {
        const { status, own } = said;
        const snapshot = { activityId, title: "Opening", status, updatedAt: own };
        const row = { snapshot, versionAt, exact };
        const source = exact ? "webhook" : "reconcile";
        const mirrored = await mirrorProgram(sql, eventId, ACTIVITIES, [row], source);
        return { isHeld: mirrored.held.length > 0, hasWon: mirrored.overruled.length > 0 };
      });
    return rowOf(
      eventId,
      { table: "activities", key: "activity_id", id: activityId, seen: "mirrored_at" },
      write,
    );
  },
};

type Place = { table: string; key: string; id: string; seen: string };

function rowOf(
  eventId: string,
  { table, key, id, seen }: Place,
  write: (incoming: Incoming) => Promise<Omit<Heard, "isConfirmed">>,
): MirroredRow {
  const stored = (columns: string) =>
    inEvent(eventId, async (sql) => {
      const text = `SELECT ${columns} FROM ${table} WHERE event_id = $1 AND ${key} = $2`;
      return (await sql.query(text, [eventId, id])).rows[0];
    });
  const hear = async (incoming: Incoming): Promise<Heard> => {
    const before = await stored(`${seen}::text`);
    const heard = await write(incoming);
    return { ...heard, isConfirmed: (await stored(`${seen}::text`))?.[seen] !== before?.[seen] };
  };
  return {
    deliver: (said, versionAt) => hear({ said, versionAt, exact: true }),
    read: (said, versionAt) => hear({ said, versionAt, exact: false }),
    statusOf: async () => (await stored("status"))?.status,
    pass: (minutes) =>
      inEvent(eventId, async (sql) => {
        const text = `UPDATE ${table} SET stale_since = stale_since - $3 * interval '1 minute'
          WHERE event_id = $1 AND ${key} = $2`;
        await sql.query(text, [eventId, id, minutes]);
      }),
  };
}

function inEvent<T>(eventId: string, work: Parameters<typeof withEventSql<T>>[1]): Promise<T> {
  return withEventSql(eventId, async (sql) => {
    await lockMirror(sql, eventId);
    return work(sql);
  });
}
