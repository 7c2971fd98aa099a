import { type Sql, withEventSql } from "@/lib/db";
import type { ListQuestion } from "@/lib/list-address/list-address";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Picked } from "@/lib/list-address/picked";
import { readListContext } from "./list/list-context";
import { type ListPlan, planList, rowsOfPlan } from "./list/list-plan";
import { orderBySql } from "./list/page-order";
import type { Reader } from "./list/reader";
import { type ParticipantRow, participantColumns } from "./view-participant";

/**
 * A list, and which of its rows. Rows that are named one by one are taken in the list's order, but
 * whatever its filters and search say: somebody picked them while they showed.
 */
export type PickedList = {
  list: ListKind;
  address: ListQuestion;
  picked?: Picked | undefined;
  /** Whose own ratings are meant; what they may see was judged. */
  reader?: Reader;
};

/** Bytes of answers that are read at a time; a single row may have more. */
const BATCH_BYTES = 2 * 2 ** 20;
/** What one statement of an export may take: it reads more than a page does. */
const STATEMENT_TIMEOUT = "60s";

/**
 * All rows of a list, or those picked, in its order, `size` at a time or 2 MiB. Which rows and in which order
 * is read once, so that rows which change meanwhile come neither twice nor never; what they hold is read
 * batch by batch, each in a short transaction, and whoever is removed by then is left out. Memory holds
 * one batch, and the ids of all. The caller has authorized.
 */
export async function* readListInBatches(
  eventId: string,
  asked: PickedList,
  size: number,
): AsyncGenerator<ParticipantRow[]> {
  const batches = await withEventSql(eventId, async (sql) => {
    await sql.query(`SET LOCAL statement_timeout = '${STATEMENT_TIMEOUT}'`);
    return readIds(sql, eventId, asked, size);
  });
  for (const batch of batches) {
    let ids: string[] = JSON.parse(batch);
    while (ids.length > 0) {
      const { rows, read } = await withEventSql(eventId, (sql) => readRows(sql, eventId, ids));
      if (rows.length > 0) yield rows;
      ids = ids.slice(read);
    }
  }
}

/** How many rows {@link readListInBatches} would answer now. */
export async function countPicked(sql: Sql, eventId: string, asked: PickedList): Promise<number> {
  // Any order but a search's own, whose rank would be a parameter that this statement does not use.
  const unordered = { ...asked, address: { ...asked.address, sort: ["submitted"] } };
  const plan = await planPicked(sql, eventId, unordered);
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${rowsOfPlan(plan)}`,
    plan.to.values,
  );
  return rows[0]?.count ?? 0;
}

/** The e-mail of each row that {@link readListInBatches} would answer now, of `most` at the most. */
export async function readPickedEmails(
  sql: Sql,
  eventId: string,
  asked: PickedList,
  most: number,
): Promise<(string | null)[]> {
  const plan = await planPicked(sql, eventId, asked);
  const { rows } = await sql.query<{ email: string | null }>(
    `SELECT p.email FROM ${rowsOfPlan(plan)} ORDER BY ${orderOfPlan(plan)} LIMIT ${Math.trunc(most)}`,
    plan.to.values,
  );
  return rows.map(({ email }) => email);
}

/** The ids of the rows that {@link readListInBatches} would answer now, in the list's order, `most` at the most. */
export async function readPickedIds(
  sql: Sql,
  eventId: string,
  asked: PickedList,
  most: number,
): Promise<string[]> {
  const plan = await planPicked(sql, eventId, asked);
  const { rows } = await sql.query<{ id: string }>(
    `SELECT p.participant_id AS id FROM ${rowsOfPlan(plan)} ORDER BY ${orderOfPlan(plan)} LIMIT ${Math.trunc(most)}`,
    plan.to.values,
  );
  return rows.map(({ id }) => id);
}

const orderOfPlan = ({ order }: ListPlan): string =>
  orderBySql(order, (at) => order.terms[at]?.sql ?? "NULL", "p.participant_id");

async function planPicked(sql: Sql, eventId: string, asked: PickedList): Promise<ListPlan> {
  const { list, address, picked, reader } = asked;
  const fields = address.filters.map(({ field }) => field);
  const context = await readListContext(sql, eventId, fields);
  return planList({ eventId, list, question: address, picked, ...(reader && { reader }) }, context);
}

/** The ids of each batch as one JSON text: a tenth of what they take as values of their own. */
async function readIds(
  sql: Sql,
  eventId: string,
  asked: PickedList,
  size: number,
): Promise<string[]> {
  const plan = await planPicked(sql, eventId, asked);
  const { rows } = await sql.query<{ ids: string }>(
    `SELECT json_agg(participant_id ORDER BY place)::text AS ids
     FROM (SELECT p.participant_id, row_number() OVER (ORDER BY ${orderOfPlan(plan)}) AS place
       FROM ${rowsOfPlan(plan)}) AS placed
     GROUP BY (place - 1) / ${Math.trunc(size)} ORDER BY min(place)`,
    plan.to.values,
  );
  return rows.map((row) => row.ids);
}

/** As many of the rows as have room, in order; `read`: so many of the ids they answer. */
async function readRows(
  sql: Sql,
  eventId: string,
  ids: string[],
): Promise<{ rows: ParticipantRow[]; read: number }> {
  const { rows } = await sql.query<ParticipantRow & { place: number; last: number }>(
    `WITH sized AS (
       SELECT wanted.participant_id, wanted.place,
         sum(p.fields_bytes) OVER (ORDER BY wanted.place) - p.fields_bytes AS before
       FROM unnest($2::text[]) WITH ORDINALITY AS wanted(participant_id, place)
       JOIN participants AS p ON p.event_id = $1 AND p.participant_id = wanted.participant_id
       WHERE p.removed_at IS NULL
     )
     SELECT ${participantColumns("p")}, sized.place::int, (SELECT max(place)::int FROM sized) AS last FROM sized
     JOIN participants AS p ON p.event_id = $1 AND p.participant_id = sized.participant_id
     WHERE sized.before < $3 ORDER BY sized.place`,
    [eventId, ids, BATCH_BYTES],
  );
  const end = rows.at(-1);
  return { rows, read: end && end.place < end.last ? end.place : ids.length };
}
