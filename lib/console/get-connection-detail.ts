import { type Sql, withEventSql, withSystemSql } from "@/lib/db";
import { listErasuresOfAllEvents } from "@/lib/erasures/list-erasures-of-all-events";
import { previewErasure } from "@/lib/erasures/preview-erasure";
import { AppError } from "@/lib/errors";
import { EventId } from "@/lib/event-id";
import type { OperatorActor } from "@/lib/operators/operator";
import { requireOperator } from "@/lib/operators/require-operator";
import { readConnectionFigures } from "./connection-figures";
import type { ConnectionDetailView, ConnectionRowView } from "./connection-list-view";
import { readConnectionRecords } from "./connection-record";
import { readCorrections } from "./read-corrections";
import { readTrail } from "./read-trail";
import { viewConnection } from "./view-connection";

const MOST_RUNS = 20;

type RunRow = Omit<ConnectionDetailView["runs"][number], "createdAt" | "finishedAt"> & {
  created_at: Date;
  finished_at: Date | null;
};

/**
 * One connection with its trail, its runs, its erasures and how much of what is held. Throws AppError
 * `unauthenticated`, or `not_found` for an event that has no connection (any more).
 */
export async function getConnectionDetail(
  actor: OperatorActor,
  { eventId }: { eventId: string },
): Promise<ConnectionDetailView> {
  await requireOperator(actor);
  const id = EventId.safeParse(eventId);
  const connection = id.success ? await readConnection(id.data) : undefined;
  if (!connection) throw new AppError("not_found", "No connection of this event is known.");
  const erasures = await listErasuresOfAllEvents();
  return withEventSql(eventId, async (sql) => ({
    connection,
    trail: await readTrail(sql, eventId),
    runs: await readRuns(sql, eventId),
    corrections: await readCorrections(sql, eventId),
    erasures: erasures.filter((erasure) => erasure.eventId === eventId),
    holds: (await previewErasure(sql, eventId, "all")).counts,
  }));
}

async function readConnection(eventId: string): Promise<ConnectionRowView | undefined> {
  return withSystemSql(async (sql) => {
    const [record] = await readConnectionRecords(sql, eventId);
    const figures = await readConnectionFigures(sql, [eventId]);
    return record && viewConnection(record, figures.get(eventId));
  });
}

async function readRuns(sql: Sql, eventId: string): Promise<ConnectionDetailView["runs"]> {
  const { rows } = await sql.query<RunRow>(
    `SELECT id, kind, state, error, pages, rows, drifted, removed, missing, doubt, created_at, finished_at
     FROM sync_runs WHERE event_id = $1 ORDER BY created_at DESC LIMIT $2`,
    [eventId, MOST_RUNS],
  );
  return rows.map(({ created_at, finished_at, ...run }) => ({
    ...run,
    createdAt: created_at.toISOString(),
    finishedAt: finished_at?.toISOString() ?? null,
  }));
}
