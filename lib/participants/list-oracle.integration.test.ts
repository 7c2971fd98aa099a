import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { askOracle } from "@/e2e/support/lists/list-oracle";
import {
  NASTY_KEYS,
  NASTY_WAVES,
  NASTY_WORDS,
  nastyPeople,
  plantPeople,
} from "@/e2e/support/lists/nasty-people";
import { withEventSql } from "@/lib/db";
import { type ListQuestion, writeListAddress } from "@/lib/list-address/list-address";
import {
  answerField,
  BUILT_IN_FIELDS,
  isBuiltInField,
  LIST_KINDS,
  type ListKind,
  SORT_FIELDS,
} from "@/lib/list-address/list-fields";
import { FILTER_OPERATORS, type ListFilter, OPERATORS_OF } from "@/lib/list-address/list-filter";
import type { Actor } from "@/lib/members/actor";
import { createSession } from "@/lib/members/create-session";
import { grantOwnership } from "@/lib/members/grant-ownership";
import { countListInEvent } from "./count-list-in-event";
import { listApplicationsInEvent } from "./list-applications-in-event";
import { listParticipantsInEvent } from "./list-participants-in-event";
import type { ApplicationListView } from "./participant-view";
import { countPicked, readListInBatches } from "./read-list-in-batches";

const ZONE = "Europe/Zagreb";
const PAGE = 29;
const people = nastyPeople(320, 5);
const world = { people, waves: NASTY_WAVES, zone: ZONE };
let owner: Actor;
const eventId = `evt_${randomUUID()}`;
const foreignId = `evt_${randomUUID()}`;

beforeAll(async () => {
  owner = { sessionHash: (await createSession()).sessionHash };
  for (const id of [eventId, foreignId]) await connect(id);
  await withEventSql(eventId, (sql) => grantOwnership(sql, eventId, owner.sessionHash ?? ""));
  await plantPeople(eventId, people);
  await plantPeople(foreignId, nastyPeople(100, 6));
});

async function connect(id: string): Promise<void> {
  await withEventSql(id, async (sql) => {
    await sql.query(
      `INSERT INTO connections (event_id, organization_id, state, cause, state_since, connected_at)
       VALUES ($1, 'org_a', 'active', 'connected', now(), now())`,
      [id],
    );
    await sql.query(
      `INSERT INTO events (event_id, organization_id, title, publish_status, timezone, version_at,
         source, mirrored_at) VALUES ($1, 'org_a', 'Event', 'published', $2, now(), 'sync', now())`,
      [id, ZONE],
    );
    await sql.query(
      `INSERT INTO registration_waves (event_id, wave_id, opens_at, closes_at, version_at, mirrored_at)
       SELECT $1, wave_id, opens_at, closes_at, now(), now()
       FROM jsonb_to_recordset($2) AS w(wave_id text, opens_at timestamptz, closes_at timestamptz)`,
      [id, JSON.stringify(NASTY_WAVES)],
    );
  });
}

const answers = NASTY_KEYS.map(answerField);
const field = fc.oneof(
  fc.constantFrom(...(Object.keys(BUILT_IN_FIELDS) as (keyof typeof BUILT_IN_FIELDS)[])),
  fc.constantFrom(...answers, answerField("nobody was asked")),
);
const CHOICES = [
  ..."pending|approved|rejected|waitlisted|attendee|speaker|usr_1|early|late|over lapping|none".split(
    "|",
  ),
  ..."x.example|X.Example|c.example|constructor|ana@x.example|no-at".split("|"),
];
const value = fc.constantFrom(...NASTY_WORDS.filter((word) => word !== ""), ...CHOICES);
const days = ["", "2026-01-05", "2026-03-29", "2025-12-31", "0001-01-01", "9999-12-31"];
const numbers = ["", "0", "20", "20.5", "-3", "999999999999999"];

function rangeOf(ends: string[]): fc.Arbitrary<string[]> {
  return fc
    .tuple(fc.constantFrom(...ends), fc.constantFrom(...ends))
    .filter(([from, until]) => from !== "" || until !== "");
}

function valuesFor(field: string, operator: string): fc.Arbitrary<string[]> {
  if (operator.endsWith("answered")) return fc.constant([]);
  if (operator !== "between" && operator !== "outside") {
    return fc.uniqueArray(value, { minLength: 1, maxLength: 4 });
  }
  return isBuiltInField(field) ? rangeOf(days) : fc.oneof(rangeOf(days), rangeOf(numbers));
}

const filter: fc.Arbitrary<ListFilter> = field.chain((name) =>
  fc
    .constantFrom(
      ...(isBuiltInField(name) ? OPERATORS_OF[BUILT_IN_FIELDS[name]] : FILTER_OPERATORS),
    )
    .chain((operator) =>
      valuesFor(name, operator).map((values) => ({ field: name, operator, values })),
    ),
);

const sort = fc
  .uniqueArray(fc.constantFrom(...SORT_FIELDS, ...answers), { maxLength: 5 })
  .chain((fields) =>
    fc
      .array(fc.boolean(), { minLength: fields.length, maxLength: fields.length })
      .map((turned) => fields.map((name, at) => (turned[at] ? `-${name}` : name))),
  );

const q = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "a",
      "an",
      "ANA",
      "zarko",
      "0%",
      "ana x.exam",
      "\\s",
      "x",
      "％",
      "2026-01",
    ),
  },
);
const facet = fc.constantFrom(
  "status",
  "role",
  "wave",
  "decision",
  "reviewer",
  "domain",
  ...answers,
);
const question = fc.record({
  list: fc.constantFrom(...LIST_KINDS),
  filters: fc.array(filter, { maxLength: 4 }),
  q,
  sort,
  facets: fc.uniqueArray(facet, { maxLength: 5 }),
});

const verbs = { applications: listApplicationsInEvent, participants: listParticipantsInEvent };

async function readPages(list: ListKind, address: string) {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: ApplicationListView = await verbs[list](owner, {
      eventId,
      address,
      cursor,
      limit: PAGE,
      counts: false,
    });
    ids.push(...page.rows.map((row) => row.participantId));
    cursor = page.nextCursor;
  } while (cursor);
  return ids;
}

async function readBatches(list: ListKind, address: ListQuestion) {
  const ids: string[] = [];
  for await (const rows of readListInBatches(eventId, { list, address }, 50)) {
    ids.push(...rows.map((row) => row.participant_id));
  }
  return ids;
}

describe("any question of a list", () => {
  test("is answered as by hand, page by page, in number, in facets and in a file", async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(question, async ({ list, facets, ...asked }) => {
        const expected = askOracle(world, list, asked, facets);
        const address = writeListAddress({ ...asked, columns: null }).toString();
        expect(await readPages(list, address)).toEqual(expected.ids);
        const counts = await countListInEvent(owner, { eventId, list, address, facets });
        expect(counts).toEqual({ total: expected.total, facets: expected.facets });
        expect(await readBatches(list, asked)).toEqual(expected.ids);
        const counted = await withEventSql(eventId, (sql) =>
          countPicked(sql, eventId, { list, address: asked }),
        );
        expect(counted).toBe(expected.total);
        if (expected.ids.length > 0) found += 1;
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(75);
  }, 180_000);
});
