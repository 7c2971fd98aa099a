import fc from "fast-check";
import { expect, test } from "vitest";
import { type Sql, withEventSql } from "@/lib/db";
import { type NastyPerson, nastyPeople, plantPeople } from "@/testing/lists/nasty-people";
import { seatIn } from "@/testing/members-of-event";
import { plantConnection } from "@/testing/plant-connection";
import { countListInEvent } from "./count-list-in-event";
import { listFormFieldsInEvent } from "./list-form-fields-in-event";

const crowd = nastyPeople(60, 11);
const somebody = fc.constantFrom(...crowd);
const some = fc.uniqueArray(somebody, {
  minLength: 1,
  maxLength: 8,
  selector: (p) => p.participant_id,
});

/** What can happen to the rows of an event, whoever does it. */
const step = fc.oneof(
  fc.record({ what: fc.constant("insert" as const), people: some }),
  fc.record({ what: fc.constant("change" as const), people: some, like: somebody }),
  fc.record({ what: fc.constant("remove" as const), people: some }),
  fc.record({ what: fc.constant("bring back" as const), people: some }),
  fc.record({ what: fc.constant("delete" as const), people: some }),
);
type Step = { what: string; people: NastyPerson[]; like?: NastyPerson };

const MATCHING = "WHERE event_id = $1 AND participant_id = ANY($2)";

async function take({ what, people, like }: Step, eventId: string): Promise<void> {
  const ids = people.map((person) => person.participant_id);
  if (what === "insert") {
    await runIn(eventId, `DELETE FROM participants ${MATCHING}`, [ids]);
    return plantPeople(eventId, people);
  }
  const statements: Record<string, string> = {
    change: `UPDATE participants SET status = $3, fields = $4 ${MATCHING}`,
    remove: `UPDATE participants SET removed_at = now() ${MATCHING}`,
    "bring back": `UPDATE participants SET removed_at = NULL ${MATCHING}`,
    delete: `DELETE FROM participants ${MATCHING}`,
  };
  const more = like ? [like.status, JSON.stringify(like.fields)] : [];
  await runIn(eventId, statements[what] ?? "", [ids, ...more]);
}

function runIn(eventId: string, text: string, values: unknown[]) {
  return withEventSql(eventId, (sql) => sql.query(text, [eventId, ...values]));
}

const counted = async (sql: Sql, eventId: string, text: string) =>
  (await sql.query(text, [eventId])).rows;

test("what the mirror keeps counted equals counting, after whatever happened to the rows", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const eventId = await plantConnection();
      for (const each of steps) await take(each, eventId);
      await withEventSql(eventId, async (sql) => {
        expect(await counted(sql, eventId, KEPT_STATUSES)).toEqual(
          await counted(sql, eventId, COUNTED_STATUSES),
        );
        expect(await counted(sql, eventId, KEPT_ANSWERS)).toEqual(
          await counted(sql, eventId, COUNTED_ANSWERS),
        );
      });
    }),
    { numRuns: 60 },
  );
}, 120_000);

test("an organizer sees the form's fields by how many answered, each in its kind", async () => {
  const eventId = await plantConnection();
  const viewer = await seatIn(eventId, "manager");
  const answers = [
    { age: 20, when: "2026-01-05", tags: ["a"], mixed: "x", first: true, none: "" },
    { age: 21, when: "2026-01-06T10:00:00Z", mixed: 3, place: { city: "Split" }, none: null },
    { age: 22, note: "Hello" },
  ];
  const [person] = nastyPeople(1, 1);
  await plantPeople(
    eventId,
    answers.map(
      (fields, at) =>
        ({ ...person, participant_id: `ptp_${at}`, removed_at: null, fields }) as NastyPerson,
    ),
  );
  expect(await listFormFieldsInEvent(viewer, { eventId })).toEqual([
    { key: "age", kind: "number", answered: 3 },
    { key: "mixed", kind: "text", answered: 2 },
    { key: "when", kind: "date", answered: 2 },
    { key: "first", kind: "boolean", answered: 1 },
    { key: "note", kind: "text", answered: 1 },
    { key: "place", kind: "object", answered: 1 },
    { key: "tags", kind: "list", answered: 1 },
  ]);
});

test("nothing is counted anew where only statuses are asked", async () => {
  const eventId = await plantConnection();
  const viewer = await seatIn(eventId, "manager");
  // Nobody is there: the answer can come from nowhere but the counters.
  await runIn(eventId, "INSERT INTO participant_counts VALUES ($1, 'pending', 4), ($1, '', 2)", []);
  const asked = { eventId, list: "applications" as const, facets: ["status"] };
  expect(await countListInEvent(viewer, { ...asked, address: "f=status:not:approved" })).toEqual({
    total: 4,
    facets: { status: { values: [{ value: "pending", count: 4 }], isWhole: true } },
  });
});

const LIVE = "FROM participants, jsonb_each(fields) WHERE event_id = $1 AND removed_at IS NULL";
const KEPT_STATUSES =
  "SELECT status, count FROM participant_counts WHERE event_id = $1 AND count <> 0 ORDER BY 1";
const COUNTED_STATUSES = `SELECT coalesce(status, '') AS status, count(*)::int AS count
  FROM participants WHERE event_id = $1 AND removed_at IS NULL GROUP BY 1 ORDER BY 1`;
const KEPT_ANSWERS = `SELECT field, kind, count FROM form_field_counts
  WHERE event_id = $1 AND count <> 0 ORDER BY 1, 2`;
const COUNTED_ANSWERS = `SELECT key AS field, answer_kind(value) AS kind, count(*)::int AS count ${LIVE}
  AND answer_kind(value) IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`;
