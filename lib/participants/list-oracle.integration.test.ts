import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { type ListQuestion, writeListAddress } from "@/lib/list-address/list-address";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Actor } from "@/lib/members/actor";
import { requirePermission } from "@/lib/members/with-permission";
import { anyQuestion } from "@/testing/lists/any-question";
import { askOracle } from "@/testing/lists/list-oracle";
import {
  NASTY_WAVES,
  NASTY_ZONE,
  nastyPeople,
  plantNastyEvent,
} from "@/testing/lists/nasty-people";
import { asOwnFirst, nastyReviews, plantReviews } from "@/testing/lists/nasty-reviews";
import { sizeOf } from "@/testing/long-form";
import { letEverybodySeeAll, seatIn } from "@/testing/members-of-event";
import { countListInEvent } from "./count-list-in-event";
import type { Reader } from "./list/reader";
import { listApplicationsInEvent } from "./list-applications-in-event";
import { listParticipantsInEvent } from "./list-participants-in-event";
import type { ApplicationListView } from "./participant-view";
import { countPicked, readListInBatches } from "./read-list-in-batches";

const PAGE = 29;
const QUESTIONS = sizeOf(80, 300);
const people = nastyPeople(320, 5);
const reviews = nastyReviews(people);
const world = { people, waves: NASTY_WAVES, zone: NASTY_ZONE, reviews };
let owner: Actor;
let reader: Reader;
let reviewer: Actor;
let eventId: string;

beforeAll(async () => {
  eventId = await plantNastyEvent(people);
  owner = await seatIn(eventId, "manager");
  reader = await requirePermission(owner, eventId, "seat.use");
  await plantReviews(eventId, reader.memberId, reviews);
  reviewer = await seatIn(eventId, "reviewer");
  await letEverybodySeeAll(eventId);
  await plantNastyEvent(nastyPeople(100, 6));
});

const verbs = { applications: listApplicationsInEvent, participants: listParticipantsInEvent };

async function readPages(list: ListKind, address: string, offset = 0, actor = owner) {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: ApplicationListView = await verbs[list](actor, {
      eventId,
      address,
      ...(cursor ? { cursor } : { offset }),
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
  for await (const rows of readListInBatches(eventId, { list, address, reader }, 50)) {
    ids.push(...rows.map((row) => row.participant_id));
  }
  return ids;
}

describe("any question of a list", () => {
  test("is answered as by hand, page by page, in number, in facets and in a file", async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(anyQuestion, async ({ list, facets, ...asked }) => {
        const expected = askOracle(world, list, asked, facets);
        const address = writeListAddress({ ...asked, columns: null }).toString();
        expect(await readPages(list, address)).toEqual(expected.ids);
        const deep = Math.floor(expected.ids.length * 0.7);
        expect(await readPages(list, address, deep)).toEqual(expected.ids.slice(deep));
        const counts = await countListInEvent(owner, { eventId, list, address, facets });
        expect(counts).toEqual({ total: expected.total, facets: expected.facets });
        expect(await readBatches(list, asked)).toEqual(expected.ids);
        const counted = await withEventSql(eventId, (sql) =>
          countPicked(sql, eventId, { list, address: asked, reader }),
        );
        expect(counted).toBe(expected.total);
        if (expected.ids.length > 0) found += 1;
      }),
      { numRuns: QUESTIONS },
    );
    expect(found).toBeGreaterThan(QUESTIONS / 4);
  }, 180_000);

  test("tells a reviewer nothing of others' ratings before their own, by whatever it orders, finds and counts", async () => {
    const { memberId } = await requirePermission(reviewer, eventId, "seat.use");
    // Half of what the other has rated this one has, too.
    const own = new Map([...reviews].filter(([, { own }], at) => own !== null && at % 2 === 0));
    await withEventSql(eventId, (sql) =>
      sql.query(
        `INSERT INTO ratings (event_id, participant_id, member_id, scores, is_abstained, comment, is_given, score, is_changed, seen_change, rated_at)
         SELECT event_id, participant_id, $2, '{}', false, '', true, score, is_changed, seen_change, now()
         FROM ratings WHERE event_id = $1 AND participant_id = ANY($3)`,
        [eventId, memberId, [...own.keys()]],
      ),
    );
    const seen = new Map(
      [...reviews].map(([id, reviewed]) =>
        own.has(id) ? [id, reviewed] : [id, { ...reviewed, own: null, secondLook: false }],
      ),
    );
    const theirs = { ...world, reviews: asOwnFirst(seen) };
    await fc.assert(
      fc.asyncProperty(anyQuestion, async ({ list, facets, ...asked }) => {
        const expected = askOracle(theirs, list, asked, facets);
        const address = writeListAddress({ ...asked, columns: null }).toString();
        expect(await readPages(list, address, 0, reviewer)).toEqual(expected.ids);
        const counts = await countListInEvent(reviewer, { eventId, list, address, facets });
        expect(counts).toEqual({ total: expected.total, facets: expected.facets });
      }),
      { numRuns: QUESTIONS },
    );
  }, 180_000);
});
