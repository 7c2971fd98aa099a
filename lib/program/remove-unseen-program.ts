import type { Sql } from "@/lib/db";
import { seenInRun } from "@/lib/mirror/full-read";
import { PROGRAM } from "./mirror-program";

/** Of each table of the program: rows that are there, and those that a pass, and anything since its start, did not show. */
export type UnseenProgram = { table: string; seen: number; gone: number };

/** A run, and when it started, on our clock. */
type Run = { eventId: string; id: string; startedAt: Date };

/** Counts what a completed pass over all of the program did not see. */
export async function countUnseenProgram(
  sql: Sql,
  { eventId, id, startedAt }: Run,
): Promise<UnseenProgram[]> {
  const counted: UnseenProgram[] = [];
  for (const { name, key } of PROGRAM) {
    const { rows } = await sql.query<{ seen: number; gone: number }>(
      `WITH ${seenInRun(name)}
       SELECT count(*) FILTER (WHERE is_there)::int AS seen, count(*) FILTER (WHERE NOT is_there)::int AS gone
       FROM (SELECT t.mirrored_at >= $3 OR s.id IS NOT NULL AS is_there
         FROM ${name} t LEFT JOIN seen s ON s.id = t.${key} WHERE t.event_id = $1) AS judged`,
      [eventId, id, startedAt],
    );
    counted.push({ table: name, ...(rows[0] ?? { seen: 0, gone: 0 }) });
  }
  return counted;
}

/**
 * Deletes the rows of one table of the program that neither the run nor anything since its start has shown. Answers
 * how many. Only after a completed and plausible pass that was a second one.
 */
export async function removeUnseenProgram(
  sql: Sql,
  { eventId, id, startedAt }: Run,
  table: string,
): Promise<number> {
  const known = PROGRAM.find(({ name }) => name === table);
  if (!known) throw new Error(`${table} is no table of the program`);
  const answer = await sql.query(
    `WITH ${seenInRun(known.name)}
     DELETE FROM ${known.name} t WHERE t.event_id = $1 AND t.mirrored_at < $3
       AND NOT EXISTS (SELECT FROM seen s WHERE s.id = t.${known.key})`,
    [eventId, id, startedAt],
  );
  return answer.rowCount ?? 0;
}
