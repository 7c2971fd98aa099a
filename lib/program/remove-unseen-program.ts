import type { Sql } from "@/lib/db";
import { PROGRAM } from "./mirror-program";

/** Of each table of the program: rows that are there, and those that nothing has confirmed since a pass started. */
export type UnseenProgram = { table: string; seen: number; gone: number };

/** Counts what a completed pass over all of the program, started at `since` on our clock, did not see. */
export async function countUnseenProgram(
  sql: Sql,
  eventId: string,
  since: Date,
): Promise<UnseenProgram[]> {
  const counted: UnseenProgram[] = [];
  for (const { name } of PROGRAM) {
    const { rows } = await sql.query<{ seen: number; gone: number }>(
      `SELECT count(*) FILTER (WHERE mirrored_at >= $2)::int AS seen,
         count(*) FILTER (WHERE mirrored_at < $2)::int AS gone
       FROM ${name} WHERE event_id = $1`,
      [eventId, since],
    );
    counted.push({ table: name, ...(rows[0] ?? { seen: 0, gone: 0 }) });
  }
  return counted;
}

/**
 * Deletes the rows of one table of the program that nothing has confirmed since `since` (our clock). Answers how
 * many. Only after a completed and plausible pass that was a second one.
 */
export async function removeUnseenProgram(
  sql: Sql,
  eventId: string,
  table: string,
  since: Date,
): Promise<number> {
  const known = PROGRAM.find(({ name }) => name === table);
  if (!known) throw new Error(`${table} is no table of the program`);
  const answer = await sql.query(
    `DELETE FROM ${known.name} WHERE event_id = $1 AND mirrored_at < $2`,
    [eventId, since],
  );
  return answer.rowCount ?? 0;
}
