import type { Sql } from "@/lib/db";
import { splitIntoRounds } from "@/lib/split-into-rounds";

/** A snapshot and the moment on Revento's clock that it shows. */
export type MirrorRow<Snapshot> = {
  snapshot: Snapshot;
  versionAt: Date;
  /** `versionAt` is the moment itself (a webhook's `occurred_at`), not one it is no older than (an API read). */
  exact: boolean;
};

/** A table of the mirror, and what a snapshot says of its row. */
export type MirrorTable<Snapshot> = {
  name: string;
  /** The key of a row beside its event; `event_id` where the event is the row. */
  key: string;
  idOf: (snapshot: Snapshot) => string;
  /** Revento's own `updated_at`, where the resource has one. */
  changedAtOf?: (snapshot: Snapshot) => Date | null | undefined;
  /** The mirrored columns. What a snapshot does not speak of is undefined, and stays as it is. */
  columns: Record<string, (snapshot: Snapshot) => unknown>;
};

export type MirrorOutcome = "changed" | "unchanged" | "older";

/** What a statement over {@link knownRows} answers of each row. */
export type MirrorAnswer = { id: string; applies: boolean; changed: boolean };

/**
 * The beginning of every statement of the mirror: `known` has each row that comes, `is_new`, the row as it is kept
 * (`before`) and as it is to be (`row`). A row applies if it is not older than what is there (contract 6.5): a
 * webhook by its moment, an API row by Revento's own `updated_at` or by the moment of the read.
 *
 * $1 event, $2 rows as JSON. Names come from the table's description, values are parameters.
 */
export function knownRows({ name, key }: { name: string; key: string }): string {
  return `
WITH incoming AS (
  SELECT * FROM jsonb_to_recordset($2::jsonb) AS i(
    id text, said jsonb, version_at timestamptz(3), changed_at timestamptz(3), exact boolean,
    kind text, envelope_id text, actor_id text)
), known AS MATERIALIZED (
  SELECT i.*, t.event_id IS NULL AS is_new, v.applies, t AS before,
    CASE WHEN v.applies THEN jsonb_populate_record(t, i.said) ELSE t END AS row
  FROM incoming i
  LEFT JOIN ${name} t ON t.event_id = $1 AND t.${key} = i.id
  CROSS JOIN LATERAL (SELECT coalesce(t.event_id IS NULL OR i.version_at >= t.version_at
    OR (NOT i.exact AND i.changed_at > t.version_at), false) AS applies) v
)`;
}

/** The version that a row of `known` has from now on, as far as it says. */
export const VERSION = "CASE WHEN exact THEN version_at ELSE greatest(version_at, changed_at) END";

/** Writes rows of a table that has nothing but what Revento says, and when it was said. */
export function plainStatement<Snapshot>(
  { name, key, columns }: MirrorTable<Snapshot>,
  stamps: Record<string, string>,
): string {
  const mirrored = Object.keys(columns);
  const own = key === "event_id" ? [] : [key];
  const written = [...mirrored, ...Object.keys(stamps)];
  const of = (side: string) => mirrored.map((column) => `(${side}).${column}`).join(", ");
  return `${knownRows({ name, key })}, written AS (
  INSERT INTO ${name} AS t (${["event_id", ...own, ...written, "version_at"].join(", ")})
  SELECT $1, ${[...own.map(() => "id"), of("row"), ...Object.values(stamps), VERSION].join(", ")}
  FROM known WHERE applies OR NOT exact
  ON CONFLICT (${["event_id", ...own].join(", ")}) DO UPDATE SET
    ${written.map((column) => `${column} = excluded.${column}`).join(", ")},
    version_at = greatest(t.version_at, excluded.version_at)
)
SELECT id, applies, applies AND (is_new OR (${of("row")}) IS DISTINCT FROM (${of("before")})) AS changed
FROM known`;
}

/** A row as `knownRows` reads it. `more` are its other columns. */
export function incomingOf<Snapshot>(
  table: MirrorTable<Snapshot>,
  { snapshot, versionAt, exact }: MirrorRow<Snapshot>,
  more: { kind?: string; envelope_id?: string; actor_id?: string | null } = {},
) {
  const said = Object.entries(table.columns).map(([column, read]) => [column, read(snapshot)]);
  return {
    ...more,
    id: table.idOf(snapshot),
    version_at: versionAt,
    changed_at: table.changedAtOf?.(snapshot),
    exact,
    said: Object.fromEntries(said),
  };
}

/**
 * Runs a statement over rows, each key's rows one after the other, and answers what it said of each, in their
 * order. `$1` is the event, `$2` the rows, `more` what follows.
 */
export async function runInRounds<Answer extends { id: string }>(
  sql: Sql,
  eventId: string,
  { name, text, more = [] }: { name: string; text: string; more?: unknown[] },
  rows: readonly { id: string }[],
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const numbered = rows.map((row, index) => ({ row, index }));
  for (const round of splitIntoRounds(numbered, ({ row }) => row.id)) {
    const values = [eventId, JSON.stringify(round.map(({ row }) => row)), ...more];
    const answered = await sql.query<Answer>({ name, text, values });
    const answerOf = new Map(answered.rows.map((one) => [one.id, one]));
    for (const { row, index } of round) {
      const answer = answerOf.get(row.id);
      if (!answer) throw new Error(`the mirror said nothing of a row of ${name}`);
      answers[index] = answer;
    }
  }
  return answers;
}
