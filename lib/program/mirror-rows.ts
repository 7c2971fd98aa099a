import type { Sql } from "@/lib/db";
import { splitIntoRounds } from "@/lib/split-into-rounds";

/** A snapshot and the moment on Revento's clock that it shows; `exact` as for participants. */
export type MirrorRow<Snapshot> = { snapshot: Snapshot; versionAt: Date; exact: boolean };

/** A table of the program: its name, its own key beside the event, its mirrored columns. */
export type ProgramTable = { name: string; key: string; columns: readonly string[] };

/** What one snapshot says, by column; a column left out or undefined stays as it is. */
export type Said = {
  id: string;
  versionAt: Date;
  exact: boolean;
  /** Revento's own `updated_at`, where the resource has one. */
  changedAt?: Date | null;
  columns: Record<string, unknown>;
};

/** Ids of rows that are new or changed, and what became of each row of the call, in its order. */
export type ProgramMirrorResult = {
  changed: string[];
  outcomes: ("changed" | "unchanged" | "older")[];
};

type Answer = { id: string; applies: boolean; changed: boolean };

/** One statement per table: names come from the constants beside this file, values are parameters. */
function statementFor({ name, key, columns }: ProgramTable): string {
  const differs = columns.map((column) => `(row).${column}`).join(", ");
  return `
WITH incoming AS (
  SELECT * FROM jsonb_to_recordset($2::jsonb)
    AS i(id text, columns jsonb, "versionAt" timestamptz(3), "changedAt" timestamptz(3), exact boolean)
), compared AS (
  SELECT i.*, v.applies, t AS before,
    CASE WHEN v.applies THEN jsonb_populate_record(t, i.columns) ELSE t END AS row
  FROM incoming i
  LEFT JOIN ${name} t ON t.event_id = $1 AND t.${key} = i.id
  CROSS JOIN LATERAL (SELECT coalesce(t.event_id IS NULL OR i."versionAt" >= t.version_at
    OR (NOT i.exact AND i."changedAt" > t.version_at), false) AS applies) v
), written AS (
  INSERT INTO ${name} AS t (event_id, ${key}, ${columns.join(", ")}, version_at, mirrored_at)
  SELECT $1, id, ${differs},
    CASE WHEN exact THEN "versionAt" ELSE greatest("versionAt", "changedAt") END, statement_timestamp()
  FROM compared WHERE applies OR NOT exact
  ON CONFLICT (event_id, ${key}) DO UPDATE SET
    ${columns.map((column) => `${column} = excluded.${column}`).join(", ")},
    version_at = greatest(t.version_at, excluded.version_at), mirrored_at = excluded.mirrored_at
)
SELECT id, applies,
  (${differs}) IS DISTINCT FROM (${columns.map((column) => `(before).${column}`).join(", ")}) AS changed
FROM compared`;
}

/** Writes rows of one table of the program, each only if not older than what is there (contract 6.5). */
export async function mirrorRows(
  sql: Sql,
  eventId: string,
  table: ProgramTable,
  said: readonly Said[],
): Promise<ProgramMirrorResult> {
  const outcomes: ProgramMirrorResult["outcomes"] = [];
  const numbered = said.map((row, index) => ({ row, index }));
  for (const round of splitIntoRounds(numbered, ({ row }) => row.id)) {
    const answer = await sql.query<Answer>({
      name: `mirror-${table.name}`,
      text: statementFor(table),
      values: [eventId, JSON.stringify(round.map(({ row }) => row))],
    });
    const outcomeOf = new Map(answer.rows.map((one) => [one.id, one]));
    for (const { row, index } of round) {
      const one = outcomeOf.get(row.id);
      outcomes[index] = !one?.applies ? "older" : one.changed ? "changed" : "unchanged";
    }
  }
  const changed = said.filter((_, at) => outcomes[at] === "changed").map((row) => row.id);
  return { changed: [...new Set(changed)], outcomes };
}
