import type pg from "pg";
import type { Actor } from "@/lib/members/actor";
import type { BenchRun } from "./bench-run";
import type { Filling } from "./fill-applications";
import { BARE_ROWS_AFTER } from "./list-questions";
import type { Measure } from "./measure";
import { race } from "./race";

const COLUMNS = ["name", "email", "status", "submitted", "answers"];
const NEW_LINE = 10;

type World = { run: BenchRun; pool: pg.Pool; actor: Actor };

/** A whole list written as CSV and read to its end, against reading its rows with bare SQL and no more. */
export async function measureExport(
  { run, pool, actor }: World,
  { eventId, rows }: Filling,
): Promise<Measure> {
  const size = rows.toLocaleString("en-GB");
  run.say(`exporting ${size}…`);
  const timed = async (read: () => Promise<number>) => {
    run.started.interrupted.throwIfAborted();
    const start = performance.now();
    const count = await read();
    if (count !== rows) throw new Error(`read ${count} rows of ${rows}`);
    return performance.now() - start;
  };
  const { ours, theirs, ratio } = await race(
    run,
    () => timed(() => exportCsv(actor, eventId)),
    () => timed(() => readBare(pool, eventId)),
  );
  return {
    measure: `list of ${size}: all of it as CSV, against reading its rows`,
    ours: inSeconds(ours),
    theirs: `${inSeconds(theirs)} (bare SQL)`,
    ratio,
    goal: null,
  };
}

/** How many lines follow the head; no answer of the bench's holds a line break. */
async function exportCsv(actor: Actor, eventId: string): Promise<number> {
  const [{ createExport }, { writeExport }] = await Promise.all([
    import("@/lib/exports/create-export"),
    import("@/lib/exports/write-export"),
  ]);
  const { id } = await createExport(actor, {
    eventId,
    list: "applications",
    format: "csv",
    columns: COLUMNS,
  });
  const { body } = await writeExport(actor, { eventId, exportId: id });
  let lines = 0;
  for await (const chunk of body) {
    for (const byte of chunk) if (byte === NEW_LINE) lines += 1;
  }
  return lines - 1;
}

async function readBare(pool: pg.Pool, eventId: string): Promise<number> {
  let count = 0;
  let after = ["infinity", ""];
  for (;;) {
    const { rows } = await pool.query(BARE_ROWS_AFTER, [eventId, ...after]);
    const last = rows.at(-1);
    if (!last) return count;
    count += rows.length;
    after = [last.submitted_at, last.participant_id];
  }
}

function inSeconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
