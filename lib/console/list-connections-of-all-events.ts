import { z } from "zod";
import { withSystemSql } from "@/lib/db";
import type { OperatorActor } from "@/lib/operators/operator";
import { requireOperator } from "@/lib/operators/require-operator";
import { readConnectionFigures } from "./connection-figures";
import type { ConnectionListView } from "./connection-list-view";
import { type ConnectionRecord, readConnectionRecords } from "./connection-record";
import { healthOf, viewConnection } from "./view-connection";

const word = z.string().max(100).optional();
const ConnectionFilter = z.object({
  state: word,
  cause: word,
  health: z.enum(["good", "trouble", "ended"]).optional(),
  /** What Revento shows to the public, or took back from it. */
  published: z.enum(["yes", "no"]).optional(),
  /** Part of a title, an event's id or an organization's. */
  q: z.string().trim().max(200).optional(),
});
type ConnectionFilter = z.output<typeof ConnectionFilter>;

/** Who looks for a later one filters. */
const MOST_ROWS = 200;
const HEALTH_ORDER = ["trouble", "good", "ended"];

/**
 * The connections of all events that a filter matches, those in trouble first, 200 at the most; a facet
 * counts what the rest of the filter matches. Throws AppError `unauthenticated`, ZodError.
 */
export async function listConnectionsOfAllEvents(
  actor: OperatorActor,
  raw: unknown,
): Promise<ConnectionListView> {
  await requireOperator(actor);
  const filter = ConnectionFilter.parse(raw);
  return withSystemSql(async (sql) => {
    const records = (await readConnectionRecords(sql, null)).filter((one) => isSought(one, filter));
    const { state, cause } = filter;
    const inState = records.filter((one) => !state || one.state === state);
    const matching = inState.filter((one) => !cause || one.cause === cause);
    const shown = byHealth(matching).slice(0, MOST_ROWS);
    const figures = await readConnectionFigures(
      sql,
      shown.map(({ event_id }) => event_id),
    );
    return {
      rows: shown.map((one) => viewConnection(one, figures.get(one.event_id))),
      total: matching.length,
      states: countBy(
        records.filter((one) => !cause || one.cause === cause),
        "state",
      ),
      causes: countBy(inState, "cause"),
    };
  });
}

function isSought(record: ConnectionRecord, filter: ConnectionFilter): boolean {
  const { health, published, q } = filter;
  const isTakenBack = record.publish_status === "unpublished";
  if (published && isTakenBack !== (published === "no")) return false;
  if (health && healthOf(record) !== health) return false;
  if (!q) return true;
  const wanted = q.toLowerCase();
  const { title, event_id, organization_id } = record;
  return [title ?? "", event_id, organization_id].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}

function byHealth(records: readonly ConnectionRecord[]): ConnectionRecord[] {
  const ranked = records.map((one) => ({ one, rank: HEALTH_ORDER.indexOf(healthOf(one)) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ one }) => one);
}

function countBy(
  records: readonly ConnectionRecord[],
  column: "state" | "cause",
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const record of records) counts[record[column]] = (counts[record[column]] ?? 0) + 1;
  return counts;
}
