import { z } from "zod";
import { readEventSql, type Sql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { answerField } from "@/lib/list-address/list-fields";
import { type ListFilter, readFilter, writeFilter } from "@/lib/list-address/list-filter";
import { readHead } from "@/lib/live/read-head";
import type { Actor } from "@/lib/members/actor";
import { seesAnswer } from "@/lib/members/sight-view";
import { readWithPermission } from "@/lib/members/with-permission";
import { SingleFlight } from "@/lib/single-flight";
import { addressOf, answered, is, unanswered } from "./address-of";
import type { BreakdownView } from "./breakdown-view";

const MOST_VALUES = 8;
/** In characters; a filter's value has 200 units of UTF-16 at the most. */
const LONGEST_VALUE = 100;

const Input = z.object({
  eventId: z.string(),
  field: z
    .string()
    .min(1)
    .refine((key) => isAskable(answered(answerField(key))), "is no field of a form"),
});

/**
 * Equal answers are gathered as they are stored before anybody looks inside: a few instead of a hundred
 * thousand. Texts count letter by letter, as the list's filter asks for them; long ones and whole
 * objects, which it cannot ask for, are among the others.
 */
const STATEMENT = `
  WITH answers AS (
    SELECT fields -> $2 AS answer, count(*)::int AS count
    FROM participants WHERE event_id = $1 AND removed_at IS NULL AND status IS NOT NULL GROUP BY 1
  ), kinds AS MATERIALIZED (
    SELECT answer, count, answer_kind(answer) AS kind FROM answers
  ), items AS MATERIALIZED (
    SELECT DISTINCT answer, count, CASE jsonb_typeof(item)
      WHEN 'number' THEN trim_scale((item #>> '{}')::numeric)::text ELSE item #>> '{}' END AS value
    FROM kinds, LATERAL jsonb_array_elements(
      CASE WHEN kind = 'list' THEN answer ELSE jsonb_build_array(answer) END) AS item
    WHERE kind IS NOT NULL AND jsonb_typeof(item) IN ('string', 'number', 'boolean')
  ), top AS MATERIALIZED (
    SELECT value, sum(count)::int AS count FROM items
    WHERE btrim(value) <> '' AND char_length(value) <= ${LONGEST_VALUE}
    GROUP BY value ORDER BY 2 DESC, value COLLATE "C" LIMIT ${MOST_VALUES}
  )
  SELECT coalesce((SELECT jsonb_agg(top ORDER BY count DESC, value COLLATE "C") FROM top), '[]') AS values,
    coalesce(sum(count), 0)::int AS total,
    coalesce(sum(count) FILTER (WHERE kind IS NULL), 0)::int AS unanswered,
    coalesce(sum(count) FILTER (WHERE kind IS NOT NULL AND answer NOT IN (
      SELECT items.answer FROM items JOIN top USING (value))), 0)::int AS others,
    CASE WHEN count(DISTINCT kind) > 1 THEN 'text' ELSE min(kind) END AS kind
  FROM kinds`;

type Row = {
  values: { value: string; count: number }[];
  total: number;
  unanswered: number;
  others: number;
  kind: BreakdownView["kind"];
};

/** As insights: once for everybody who asks between two changes, for so many ms. */
const computed = new SingleFlight<BreakdownView>(3_000);

/**
 * How the event's applications answered one field of the form; each number with the address of the list
 * of exactly these. Throws ZodError or AppError `unauthenticated`, `not_found`, `forbidden`.
 */
export async function getBreakdownInEvent(
  actor: Actor,
  raw: z.input<typeof Input>,
): Promise<BreakdownView> {
  const asked = await readWithPermission(
    actor,
    raw.eventId,
    "insights.read",
    async (sql, { sight }) => {
      if (!sight.answers) throw new AppError("forbidden", "Your role does not see answers.");
      const input = Input.parse(raw);
      if (!seesAnswer(sight, input.field)) {
        throw new AppError("forbidden", "You do not see the answers to this field.");
      }
      return { ...input, head: await readHead(sql, input.eventId) };
    },
  );
  const { eventId, field, head } = asked;
  const compute = () => readEventSql(eventId, (sql) => readBreakdown(sql, eventId, field));
  return computed.run(`${eventId} ${head} ${field}`, compute);
}

async function readBreakdown(sql: Sql, eventId: string, field: string): Promise<BreakdownView> {
  await sql.query("SET LOCAL jit = off");
  const { rows } = await sql.query<Row>(STATEMENT, [eventId, field]);
  const [row] = rows;
  if (!row) throw new Error("an aggregate without a row");
  return viewBreakdown(field, row);
}

function viewBreakdown(key: string, row: Row): BreakdownView {
  const field = answerField(key);
  const shown = row.values.map(({ value }) => value);
  const notThese: ListFilter[] =
    shown.length > 0 ? [{ field, operator: "not", values: shown }] : [];
  return {
    field: key,
    kind: row.kind,
    values: row.values.map(({ value, count }) => {
      return { value, count, address: addressOf([is(field, value)]) };
    }),
    others: { count: row.others, address: addressOf([answered(field), ...notThese]) },
    unanswered: { count: row.unanswered, address: addressOf([unanswered(field)]) },
    total: { count: row.total, address: addressOf([]) },
  };
}

function isAskable(filter: ListFilter): boolean {
  return readFilter(writeFilter(filter)) !== null;
}
