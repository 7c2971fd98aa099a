import type { Sql } from "@/lib/db";
import {
  type ConfirmedTable,
  isSettled,
  isShownByPage,
  shownAt,
  shownByReads,
} from "@/lib/mirror/full-read";
import { splitIntoRounds } from "@/lib/split-into-rounds";

/** What a snapshot says of what could not be read of it. */
type MayBeOdd = { odd?: readonly { field: string; raw: string }[] };

/** A snapshot and the moment on Revento's clock that it shows. */
export type MirrorRow<Snapshot> = {
  snapshot: Snapshot;
  /** Of a delivery the text of its `occurred_at`, with all its digits. */
  versionAt: Date | string;
  /** `versionAt` is the moment itself (a webhook's `occurred_at`), not one it is no older than (an API read). */
  exact: boolean;
  /** Undefined where somebody's own question to the portal brought it. */
  brought?: BroughtBy;
};

/** What brings a row: a delivery, or a page of a run, counted from 1. */
export type BroughtBy = { deliveryId: string } | { runId: string; page: number };

/** A table of the mirror, and what a snapshot says of its row. */
export type MirrorTable<Snapshot> = {
  name: string;
  /** The key of a row beside its event; `event_id` where the event is the row. */
  key: string;
  idOf: (snapshot: Snapshot) => string;
  /** What the snapshot says of its own age; a table that has this is judged by it (docs/mirror-rules.md). */
  changedAtOf?: (snapshot: Snapshot) => string | null | undefined;
  /** What stands in a new row where a snapshot does not say what every row has. */
  blank?: Readonly<Record<string, string>>;
  /** Columns that move at Revento without their row's `updated_at`. */
  counters?: readonly string[];
  /** When a row was last seen in Revento, as far as the row itself says (lib/mirror/full-read.ts). */
  confirmedAt: "confirmed_at" | "mirrored_at";
  /** Columns that say, where they are set, that a full read does not confirm their row. */
  doubts: readonly string[];
  /** The mirrored columns. What a snapshot does not speak of is undefined, and stays as it is. */
  columns: Record<string, (snapshot: Snapshot) => unknown>;
};

export type MirrorOutcome = "changed" | "unchanged" | "older";

/** What a statement over {@link knownRows} answers of each row. */
export type MirrorAnswer = {
  id: string;
  applies: boolean;
  changed: boolean;
  /** A page says something else and may come from a copy that lags: a later reading decides. */
  is_held: boolean;
  /** That later reading: it won over a delivery. */
  overrules: boolean;
};

/** A copy of Revento's data that lags has caught up by then. */
const LAG = "interval '10 minutes'";
/** A moment that is so far beyond the reading of a page is not believed. */
const CLOCKS_DIFFER_BY = "interval '5 minutes'";

const IN_TURN = "CASE WHEN i.version_at >= a.shown_at THEN 'newer' ELSE 'older' END";
/** N2 to N16 of docs/mirror-rules.md. `behind`: what it says holds only if it is there already, or said again. */
const BY_OWN_AGE = `CASE
    WHEN i.exact THEN CASE
      WHEN i.version_at < t.delivered_at THEN 'older'
      WHEN i.version_at > a.shown_at OR i.changed_at > t.said_at THEN 'newer'
      WHEN i.version_at = a.shown_at AND coalesce(i.changed_at = t.said_at, true) THEN 'newer'
      ELSE 'older' END
    WHEN i.version_at < a.shown_at AND i.version_at + ${CLOCKS_DIFFER_BY} >= a.shown_at
      AND (i.changed_at > coalesce(t.said_at, a.shown_at)) IS NOT TRUE THEN 'older'
    WHEN i.changed_at < greatest(t.delivered_at, t.said_at) THEN 'behind'
    WHEN i.changed_at IS NULL AND i.version_at < t.delivered_at + ${LAG} THEN 'behind'
    ELSE 'newer' END`;

const VERSION = `CASE WHEN NOT applies THEN shown_at WHEN exact OR overrules THEN version_at
      ELSE greatest(shown_at, version_at,
        CASE WHEN changed_at IS NOT NULL THEN least(changed_at, version_at + ${CLOCKS_DIFFER_BY}) END) END`;
/** What a judged row remembers of its age from now on. */
const AGE = {
  delivered_at: `CASE WHEN NOT applies THEN (before).delivered_at WHEN exact THEN version_at
      WHEN NOT overrules THEN (before).delivered_at END`,
  said_at: `CASE WHEN NOT applies THEN (before).said_at WHEN overrules THEN version_at ELSE changed_at END`,
  stale_hash: "CASE WHEN verdict = 'older' THEN (before).stale_hash WHEN is_held THEN claim END",
  stale_since: `CASE WHEN verdict = 'older' OR (is_held AND claim = (before).stale_hash) THEN (before).stale_since
      WHEN is_held THEN statement_timestamp() END`,
};

/** The columns of a table that say how old its rows are; `known` has each as it is from now on, as `new_…`. */
export function momentsOf({ changedAtOf }: { changedAtOf?: unknown }): string[] {
  return ["version_at", ...(changedAtOf ? Object.keys(AGE) : [])];
}

type JudgedTable = ConfirmedTable & {
  key: string;
  counters?: readonly string[];
  blank?: Readonly<Record<string, string>>;
};

/**
 * A row of a page that is as it was, and that the full read will confirm as one of all: it is not written. A row that
 * a delivery showed last is, once, when a page that is newer shows the same.
 */
function quietSql(table: JudgedTable): string {
  const isOfTheSameAge = table.changedAtOf
    ? "changed_at IS NOT DISTINCT FROM (before).said_at"
    : "true";
  return `coalesce(NOT is_new AND said_row IS NOT DISTINCT FROM before AND (before).${table.confirmedAt} < run_started_at
    AND ${isSettled("(before)", table)}
    AND (NOT applies OR ${isShownByPage("(before)", table)} AND ${isOfTheSameAge}), false)`;
}

/**
 * The beginning of every statement of the mirror: `known` has each row that comes, `is_new`, the row as it is kept
 * (`before`) and as it is to be (`row`), whether it applies: the rules of docs/mirror-rules.md (contract 6.5), and
 * whether there is nothing to write (`is_quiet`).
 *
 * $1 event, $2 rows as JSON. Names come from the table's description, values are parameters.
 */
export function knownRows(table: JudgedTable): string {
  const { name, key, changedAtOf, counters = [], blank } = table;
  const said = blank
    ? `CASE WHEN t.event_id IS NULL THEN '${JSON.stringify(blank)}' || i.said ELSE i.said END`
    : "i.said";
  const verdict = changedAtOf ? BY_OWN_AGE : IN_TURN;
  const stated = counters.reduce((said, counter) => `${said} - '${counter}'`, "said");
  const claim = changedAtOf
    ? `CASE WHEN verdict = 'behind' AND said_row IS DISTINCT FROM before THEN md5((${stated})::text) END`
    : "NULL::text";
  const overrules = changedAtOf
    ? `coalesce(claim = (before).stale_hash AND (before).stale_since <= statement_timestamp() - ${LAG}, false)`
    : "false";
  const moments = Object.entries({ version_at: VERSION, ...(changedAtOf ? AGE : {}) });
  return `
WITH incoming AS (
  SELECT * FROM jsonb_to_recordset($2::jsonb) AS i(
    id text, said jsonb, version_at timestamptz(6), changed_at timestamptz(6), exact boolean,
    kind text, envelope_id text, actor_id text, brought_by_delivery uuid, brought_by_run uuid,
    brought_on_page integer)
), ${shownByReads(table)}, judged AS MATERIALIZED (
  SELECT i.*, t.event_id IS NULL AS is_new, t AS before, v.verdict, a.shown_at, r.started_at AS run_started_at,
    CASE WHEN v.verdict <> 'older' THEN jsonb_populate_record(t, ${said}) ELSE t END AS said_row
  FROM incoming i
  LEFT JOIN ${name} t ON t.event_id = $1 AND t.${key} = i.id
  LEFT JOIN sync_runs r ON r.event_id = $1 AND r.id = i.brought_by_run
  ${shownAt(table)} a
  CROSS JOIN LATERAL (SELECT CASE WHEN t.event_id IS NULL THEN 'newer' ELSE ${verdict} END AS verdict) v
), known AS MATERIALIZED (
  SELECT j.*, overrules, is_held, applies, CASE WHEN applies THEN said_row ELSE before END AS row,
    ${quietSql(table)} AS is_quiet,
    ${moments.map(([column, moment]) => `${moment} AS new_${column}`).join(",\n    ")}
  FROM judged j
  CROSS JOIN LATERAL (SELECT ${claim} AS claim) c
  CROSS JOIN LATERAL (SELECT ${overrules} AS overrules) o
  CROSS JOIN LATERAL (SELECT verdict = 'newer' OR overrules AS applies, claim IS NOT NULL AND NOT overrules AS is_held) a
)`;
}

/** The columns that say what brought a row. */
export const BROUGHT = ["brought_by_delivery", "brought_by_run", "brought_on_page"] as const;

/** Writes rows of a table that has nothing but what Revento says, and when it was said. */
export function plainStatement<Snapshot>(
  table: MirrorTable<Snapshot>,
  stamps: Record<string, string>,
): string {
  const { name, key, columns } = table;
  const mirrored = [...Object.keys(columns), "odd"];
  const own = key === "event_id" ? [] : [key];
  const moments = momentsOf(table);
  const written = [...mirrored, ...Object.keys(stamps), ...BROUGHT, ...moments];
  const values = [
    ...Object.values(stamps),
    ...BROUGHT,
    ...moments.map((moment) => `new_${moment}`),
  ];
  const of = (side: string) => mirrored.map((column) => `(${side}).${column}`).join(", ");
  return `${knownRows(table)}, written AS (
  INSERT INTO ${name} AS t (${["event_id", ...own, ...written].join(", ")})
  SELECT $1, ${[...own.map(() => "id"), of("row"), ...values].join(", ")}
  FROM known WHERE (applies OR NOT exact) AND NOT is_quiet
  ON CONFLICT (${["event_id", ...own].join(", ")}) DO UPDATE SET
    ${written.map((column) => `${column} = excluded.${column}`).join(", ")}
)
SELECT id, applies, applies AND (is_new OR (${of("row")}) IS DISTINCT FROM (${of("before")})) AS changed,
  is_held, overrules
FROM known`;
}

/** A row as `knownRows` reads it. `more` are its other columns. */
export function incomingOf<Snapshot extends MayBeOdd>(
  table: MirrorTable<Snapshot>,
  { snapshot, versionAt, exact, brought }: MirrorRow<Snapshot>,
  more: { kind?: string; envelope_id?: string; actor_id?: string | null } = {},
) {
  const said = Object.entries(table.columns).map(([column, read]) => [column, read(snapshot)]);
  return {
    ...more,
    ...broughtBy(brought),
    id: table.idOf(snapshot),
    version_at: versionAt,
    changed_at: table.changedAtOf?.(snapshot),
    exact,
    said: { ...Object.fromEntries(said), odd: oddOf(snapshot, exact) },
  };
}

function broughtBy(brought: BroughtBy | undefined) {
  if (!brought) return {};
  if ("deliveryId" in brought) return { brought_by_delivery: brought.deliveryId };
  return { brought_by_run: brought.runId, brought_on_page: brought.page };
}

/** A delivery speaks of a part of the row: where all of that could be read, the rest stays odd. */
function oddOf({ odd }: MayBeOdd, exact: boolean): Record<string, string> | null | undefined {
  if (odd) return Object.fromEntries(odd.map(({ field, raw }) => [field, raw]));
  return exact ? undefined : null;
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
