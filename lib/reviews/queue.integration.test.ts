import { beforeEach, describe, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { changeEventInSql } from "@/lib/live/change-event";
import type { Actor } from "@/lib/members/actor";
import { removeMemberInEvent } from "@/lib/members/remove-member-in-event";
import { requirePermission } from "@/lib/members/with-permission";
import { listApplicationsInEvent } from "@/lib/participants/list-applications-in-event";
import { mirrorParticipants } from "@/lib/participants/mirror-participants";
import { seatIn } from "@/testing/members-of-event";
import { plantApplications } from "@/testing/plant-applications";
import { plantConnection } from "@/testing/plant-connection";
import { assignReviewersInEvent } from "./assign-reviewers-in-event";
import { claimNextInEvent } from "./claim-next-in-event";
import { endPresenceInEvent } from "./end-presence-in-event";
import { getRatingsInEvent } from "./get-ratings-in-event";
import { getReviewProgressInEvent } from "./get-review-progress-in-event";
import { mergeMembersInEvent } from "./merge-members-in-event";
import { notePresenceInEvent } from "./note-presence-in-event";
import { rateApplicationInEvent } from "./rate-application-in-event";

let eventId: string;
let owner: Actor;
let reviewers: Actor[];

beforeEach(async () => {
  eventId = await plantConnection();
  owner = await seatIn(eventId, "owner");
  reviewers = [];
  for (let count = 0; count < 4; count += 1) reviewers.push(await seatIn(eventId, "reviewer"));
});

const ids = (count: number) =>
  Array.from({ length: count }, (_, at) => `ptp_${String(at).padStart(3, "0")}`);
const next = async (actor: Actor) =>
  (await claimNextInEvent(actor, { eventId }))?.participantId ?? null;
const rate = (actor: Actor, participantId: string, overall = 3) =>
  rateApplicationInEvent(actor, { eventId, participantId, scores: { overall } });
const assign = (input: object) =>
  assignReviewersInEvent(owner, { eventId, mode: "each", selection: { all: true }, ...input });
const idOf = async (actor: Actor) => (await requirePermission(actor, eventId, "seat.use")).memberId;
async function rowsOf<T extends object>(text: string, ...values: unknown[]): Promise<T[]> {
  return withEventSql(eventId, async (sql) => {
    const { rows } = await sql.query<T>(text, [eventId, ...values]);
    return rows;
  });
}
const [one, two] = [0, 1] as const;
const reviewer = (at: number): Actor => reviewers[at] as Actor;

describe("the queue", () => {
  test.each([
    ["rate each", true],
    ["only look", false],
  ])(
    "hands 200 different applications of 300 to four who press at once and %s",
    async (_, rates) => {
      await plantApplications(eventId, ids(300));
      const handed: string[] = [];
      await Promise.all(
        reviewers.map(async (each) => {
          for (let press = 0; press < 50; press += 1) {
            const id = await next(each);
            if (id === null) throw new Error("nothing was left");
            handed.push(id);
            if (rates) await rate(each, id);
          }
        }),
      );
      expect(new Set(handed).size).toBe(200);
      const counts = await rowsOf<{ count: number }>(
        `SELECT coalesce(a.rating_count, 0) AS count FROM participants p
       LEFT JOIN application_reviews a USING (event_id, participant_id) WHERE p.event_id = $1`,
      );
      const all = counts.map(({ count }) => count);
      expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1);
      expect(all.reduce((sum, count) => sum + count, 0)).toBe(rates ? 200 : 0);
    },
  );

  test("keeps an application for one at a time: for ten minutes, or until they leave it", async () => {
    await plantApplications(eventId, ids(2));
    const first = await next(reviewer(one));
    const second = await next(reviewer(two));
    expect([first, second].sort()).toEqual(ids(2));
    expect(await next(reviewer(2))).toBeNull();
    await notePresenceInEvent(reviewer(one), { eventId, participantId: first });
    expect(await next(reviewer(2))).toBeNull();
    await endPresenceInEvent(reviewer(one), { eventId, participantId: first });
    expect(await next(reviewer(2))).toBe(first);
    await endPresenceInEvent(reviewer(2), { eventId, participantId: first });
    expect(await next(reviewer(3))).toBe(first);
    await rowsOf(
      "UPDATE presences SET claimed_until = now() - interval '1 ms' WHERE event_id = $1 AND claimed_until IS NOT NULL",
    );
    expect(await next(reviewer(2))).toBe(second);
  });

  test("keeps it, whatever else its reviewer has open, or says late to have open", async () => {
    await plantApplications(eventId, ids(3));
    const [, , third = ""] = ids(3);
    const first = await next(reviewer(one));
    await notePresenceInEvent(reviewer(one), { eventId, participantId: third });
    expect(await next(reviewer(two))).not.toBe(first);
    await next(reviewer(2));
    expect(await next(reviewer(3))).toBeNull();
    await rowsOf(
      "UPDATE presences SET seen_at = now() - interval '46 seconds' WHERE event_id = $1 AND member_id = $2",
      await idOf(reviewer(one)),
    );
    await notePresenceInEvent(reviewer(one), { eventId, participantId: third });
    expect(await next(reviewer(3))).toBeNull();
  });

  test("begins with what is theirs to review, then the fewest ratings, and ends with enough of them", async () => {
    await plantApplications(eventId, ids(4));
    const [first = "", second = "", third = "", fourth = ""] = ids(4);
    await assign({ selection: { ids: [third] }, reviewerIds: [await idOf(reviewer(one))] });
    await rate(reviewer(two), first);
    await rate(reviewer(two), third);
    const inTurn: (string | null)[] = [];
    for (let id = await next(reviewer(one)); id !== null; id = await next(reviewer(one))) {
      inTurn.push(id);
      await rate(reviewer(one), id);
    }
    expect(inTurn).toEqual([third, second, fourth, first]);
    // Two each are enough, but what was given to somebody is theirs all the same.
    await rate(reviewer(two), second);
    expect(await next(reviewer(2))).toBe(fourth);
    await rate(reviewer(2), fourth);
    expect(await next(reviewer(2))).toBeNull();
    await assign({ selection: { ids: [first] }, reviewerIds: [await idOf(reviewer(2))] });
    expect(await next(reviewer(2))).toBe(first);
  });

  test("has nothing that is decided, gone, or in another event", async () => {
    await plantApplications(eventId, ids(3));
    const other = await plantConnection();
    await plantApplications(other, ["ptp_other"]);
    await rowsOf(
      "UPDATE participants SET status = 'approved' WHERE event_id = $1 AND participant_id = 'ptp_000'",
    );
    await rowsOf(
      "UPDATE participants SET removed_at = now() WHERE event_id = $1 AND participant_id = 'ptp_001'",
    );
    expect(await next(reviewer(one))).toBe("ptp_002");
    await rateApplicationInEvent(reviewer(one), {
      eventId,
      participantId: "ptp_002",
      abstain: true,
    });
    expect(await next(reviewer(one))).toBeNull();
    await expect(next(await seatIn(eventId, "viewer"))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("presence", () => {
  test("tells who else has an application open, for 45 seconds", async () => {
    await plantApplications(eventId, ids(2));
    const [here = "", there = ""] = ids(2);
    const at = (actor: Actor, participantId: string) =>
      notePresenceInEvent(actor, { eventId, participantId });
    expect(await at(reviewer(one), here)).toEqual({ others: [] });
    expect((await at(reviewer(two), here)).others).toMatchObject([
      { id: await idOf(reviewer(one)), isSelf: false },
    ]);
    expect((await at(reviewer(one), here)).others).toHaveLength(1);
    // In another tab, whose beats say nothing new of this one.
    await at(reviewer(one), there);
    await at(reviewer(one), here);
    await at(reviewer(one), there);
    expect((await at(reviewer(two), here)).others).toHaveLength(1);
    await endPresenceInEvent(reviewer(one), { eventId, participantId: here });
    expect((await at(reviewer(two), here)).others).toEqual([]);
    await at(reviewer(one), here);
    await rowsOf(
      "UPDATE presences SET seen_at = now() - interval '46 seconds' WHERE event_id = $1 AND member_id = $2",
      await idOf(reviewer(one)),
    );
    expect((await at(reviewer(two), here)).others).toEqual([]);
    // Pages hear of comings and goings, not of every beat.
    const heard = await rowsOf<{ ids: string[] }>(
      "SELECT ids FROM changes WHERE event_id = $1 AND topic = 'presence' ORDER BY seq",
    );
    expect(heard).toHaveLength(5);
    await expect(at(reviewer(one), "ptp_nobody")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("assigning", () => {
  test("gives each reviewer all, or shares them out evenly, adds, and replaces", async () => {
    await plantApplications(eventId, ids(20));
    const all = await Promise.all(reviewers.map(idOf));
    expect(await assign({ reviewerIds: all.slice(0, 1) })).toEqual({
      applications: 20,
      assigned: 20,
    });
    expect(await assign({ reviewerIds: all.slice(0, 2) })).toMatchObject({ assigned: 20 });
    const evenly = { reviewerIds: all, mode: "evenly", replace: true };
    expect(await assign({ ...evenly, perApplication: 3 })).toMatchObject({ assigned: 60 });
    const loads = await rowsOf<{ count: number }>(
      "SELECT count(*)::int AS count FROM assignments WHERE event_id = $1 GROUP BY member_id",
    );
    expect(loads.map(({ count }) => count)).toEqual([15, 15, 15, 15]);
    expect(await assign(evenly)).toMatchObject({ assigned: 40 });
    expect(await assign({ reviewerIds: [], replace: true })).toMatchObject({ assigned: 0 });
    expect(await rowsOf("SELECT 1 FROM assignments WHERE event_id = $1")).toEqual([]);
  });

  test("takes those of a list but some, and the list finds them by who reviews", async () => {
    await plantApplications(eventId, ids(6));
    const mine = await idOf(reviewer(one));
    const query = "f=name:contains:ptp_00&sort=submitted";
    const asked = { selection: { query, except: ["ptp_000"] }, reviewerIds: [mine] };
    expect(await assign(asked)).toEqual({ applications: 5, assigned: 5 });
    const found = async (address: string) =>
      (await listApplicationsInEvent(owner, { eventId, address })).rows.map(
        (row) => row.participantId,
      );
    expect(await found(`f=assignee:is:none`)).toEqual(["ptp_000"]);
    expect(await found(`f=assignee:is:${mine}`)).toHaveLength(5);
    await removeMemberInEvent(owner, { eventId, memberId: mine });
    expect(await found(`f=assignee:is:none`)).toHaveLength(6);
    expect(
      await rowsOf(
        "SELECT 1 FROM application_reviews WHERE event_id = $1 AND assignee_order IS NOT NULL",
      ),
    ).toEqual([]);
  });

  test("of two seats that become one is ordered by the name that is left", async () => {
    await plantApplications(eventId, ids(1));
    const again = await seatIn(eventId, "owner");
    const [from, into] = [await idOf(again), await idOf(owner)];
    await rowsOf("UPDATE members SET name = 'Ana' WHERE event_id = $1 AND id = $2", from);
    await assign({ reviewerIds: [from] });
    await mergeMembersInEvent(owner, { eventId, memberId: from, into });
    expect(
      await rowsOf("SELECT assignee_order FROM application_reviews WHERE event_id = $1"),
    ).toEqual([{ assignee_order: "ana" }]);
  });

  test("refuses by name what there is not, and what is too much", async () => {
    await plantApplications(eventId, ids(1));
    const mine = await idOf(reviewer(one));
    const viewer = await idOf(await seatIn(eventId, "viewer"));
    const refused = async (input: object, error: object) =>
      expect(assign(input)).rejects.toMatchObject(error);
    await refused({ reviewerIds: [viewer] }, { code: "not_found" });
    await refused({ reviewerIds: [crypto.randomUUID()] }, { code: "not_found" });
    await refused({ reviewerIds: [mine], selection: { ids: ["ptp_none"] } }, { code: "not_found" });
    await refused({ reviewerIds: [] }, { code: "invalid" });
    await refused(
      { reviewerIds: [mine], selection: { query: "f=nothing:is:x" } },
      { name: "ZodError" },
    );
    await refused({ reviewerIds: [mine], selection: {} }, { name: "ZodError" });
    await refused({ reviewerIds: [mine], mode: "oddly" }, { name: "ZodError" });
    await rowsOf(
      `INSERT INTO participants (event_id, participant_id, application_id, status, fields, updated_at, version_at, source, confirmed_at)
       SELECT $1, 'ptp_more_' || n, 'app_more_' || n, 'pending', '{}', now(), now(), 'sync', now()
       FROM generate_series(1, 10000) AS n`,
    );
    await refused(
      { reviewerIds: [mine] },
      { code: "invalid", message: expect.stringContaining("10,000") },
    );
    const some = { selection: { query: "", except: ["ptp_000"] }, reviewerIds: [mine] };
    expect(await assign(some)).toEqual({ applications: 10_000, assigned: 10_000 });
  });
});

describe("changed since one's own rating", () => {
  const change = (participantId: string, talk: string) =>
    changeEventInSql(eventId, async ({ sql, changed }) => {
      const snapshot = { participantId, fields: { talk } };
      const row = { snapshot, versionAt: new Date().toISOString(), exact: true };
      await mirrorParticipants(sql, eventId, [row], { source: "webhook", kind: "webhook" });
      changed("participants", [participantId]);
    });
  const secondLooks = async (actor: Actor) =>
    (await listApplicationsInEvent(actor, { eventId, address: "f=second-look:is:yes" })).rows.map(
      (row) => [row.participantId, row.secondLook],
    );

  test("is told field by field, round by round, to whoever rated before, until they rate again", async () => {
    await plantApplications(eventId, ids(2));
    const [id = ""] = ids(2);
    await change(id, "A");
    await rate(reviewer(one), id);
    await rate(reviewer(two), id);
    expect(await secondLooks(reviewer(one))).toEqual([]);
    await change(id, "B");
    await change(id, "C");
    const revisions = async (actor: Actor) =>
      (await getRatingsInEvent(actor, { eventId, participantId: id })).revisions.map(
        ({ answers }) => answers,
      );
    expect(await revisions(reviewer(one))).toEqual([{ talk: ["A", "B"] }, { talk: ["B", "C"] }]);
    expect(await secondLooks(reviewer(one))).toEqual([[id, true]]);
    expect((await getReviewProgressInEvent(reviewer(one), { eventId })).own.secondLooks).toBe(1);
    await rate(reviewer(one), id, 4);
    expect(await revisions(reviewer(one))).toEqual([]);
    expect(await secondLooks(reviewer(one))).toEqual([]);
    expect(await secondLooks(reviewer(two))).toEqual([[id, true]]);
    expect(await secondLooks(owner)).toEqual([]);
  });
});

describe("progress", () => {
  test("is of the whole team to whoever runs it, and of oneself to a reviewer who may not know more", async () => {
    await plantApplications(eventId, ids(4));
    const [first = "", second = ""] = ids(4);
    await assign({ reviewerIds: [await idOf(reviewer(one))] });
    await rate(reviewer(one), first, 1);
    await rate(reviewer(two), first, 5);
    await rate(reviewer(two), second, 4);
    const progress = (actor: Actor) => getReviewProgressInEvent(actor, { eventId });
    const whole = await progress(owner);
    expect(whole).toMatchObject({
      perApplication: 2,
      applications: { enough: 1, some: 1, none: 2 },
      averages: [
        { points: 3, count: 1 },
        { points: 4, count: 1 },
      ],
      own: { rated: 0, open: 4 },
      disagreements: [{ participantId: first, spread: 4, average: 3, count: 2 }],
    });
    expect(whole.reviewers.slice(0, 2)).toMatchObject([
      { rated: 2, assigned: 0, left: 0 },
      { rated: 1, assigned: 4, left: 3 },
    ]);
    const own = await progress(reviewer(2));
    expect(own).toMatchObject({ applications: null, averages: null, disagreements: [] });
    expect(own.reviewers).toMatchObject([{ member: { isSelf: true }, rated: 0 }]);
    expect((await progress(reviewer(two))).disagreements).toHaveLength(1);
  });
});
