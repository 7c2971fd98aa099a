import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { type ListQuestion, writeListAddress } from "@/lib/list-address/list-address";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Actor } from "@/lib/members/actor";
import { anyQuestion } from "@/testing/lists/any-question";
import { askOracle } from "@/testing/lists/list-oracle";
import {
  NASTY_WAVES,
  NASTY_ZONE,
  nastyPeople,
  plantNastyEvent,
} from "@/testing/lists/nasty-people";
import { sizeOf } from "@/testing/long-form";
import { seatIn } from "@/testing/members-of-event";
import { countListInEvent } from "./count-list-in-event";
import { listApplicationsInEvent } from "./list-applications-in-event";
import { listParticipantsInEvent } from "./list-participants-in-event";
import type { ApplicationListView } from "./participant-view";
import { countPicked, readListInBatches } from "./read-list-in-batches";

const PAGE = 29;
const QUESTIONS = sizeOf(80, 300);
const people = nastyPeople(320, 5);
const world = { people, waves: NASTY_WAVES, zone: NASTY_ZONE };
let owner: Actor;
let eventId: string;

beforeAll(async () => {
  eventId = await plantNastyEvent(people);
  owner = await seatIn(eventId, "manager");
  await plantNastyEvent(nastyPeople(100, 6));
});

const verbs = { applications: listApplicationsInEvent, participants: listParticipantsInEvent };

async function readPages(list: ListKind, address: string, offset = 0) {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: ApplicationListView = await verbs[list](owner, {
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
  for await (const rows of readListInBatches(eventId, { list, address }, 50)) {
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
          countPicked(sql, eventId, { list, address: asked }),
        );
        expect(counted).toBe(expected.total);
        if (expected.ids.length > 0) found += 1;
      }),
      { numRuns: QUESTIONS },
    );
    expect(found).toBeGreaterThan(QUESTIONS / 4);
  }, 180_000);
});
