import type { Sql } from "@/lib/db";
import type { ForecastChangeView } from "./delivery-list-view";
import { maskField } from "./mask-body";

/** Fields of one delivery whose changes are named. */
const MOST_CHANGES = 20;

type Row = { envelope_id: string; changes: Record<string, [before: unknown, after: unknown]> };

/**
 * What this transaction has changed of participants, by the envelope that said so: each field before and after,
 * masked as a body is. Of answers each one that differs.
 */
export async function readForecastChanges(
  sql: Sql,
  eventId: string,
): Promise<Map<string, ForecastChangeView[]>> {
  const { rows } = await sql.query<Row>(
    `SELECT envelope_id, changes FROM participant_history
     WHERE event_id = $1 AND recorded_at = now()::timestamptz(3) AND envelope_id IS NOT NULL`,
    [eventId],
  );
  return new Map(rows.map((row) => [row.envelope_id, changesOf(row).slice(0, MOST_CHANGES)]));
}

function changesOf({ changes }: Row): ForecastChangeView[] {
  return Object.entries(changes).flatMap(([field, [before, after]]) => {
    if (field !== "fields") return [changeOf(field, before, after)];
    const [was, is] = [asAnswers(before), asAnswers(after)];
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return keys.map((key) => changeOf(key, was[key] ?? null, is[key] ?? null, "answer: "));
  });
}

function changeOf(name: string, before: unknown, after: unknown, prefix = ""): ForecastChangeView {
  const isAnswer = prefix !== "";
  const [field, was] = maskField(name, before, { isAnswer });
  const [, is] = maskField(name, after, { isAnswer });
  return { field: prefix + field, before: was, after: is };
}

function asAnswers(side: unknown): Record<string, unknown> {
  return typeof side === "object" && side !== null ? { ...side } : {};
}
