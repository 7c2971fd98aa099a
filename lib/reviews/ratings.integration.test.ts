import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { changeEventInSql } from "@/lib/live/change-event";
import type { Actor } from "@/lib/members/actor";
import { requirePermission } from "@/lib/members/with-permission";
import { mirrorParticipants } from "@/lib/participants/mirror-participants";
import { mergeMembersInEvent } from "@/lib/reviews/merge-members-in-event";
import { seatIn } from "@/testing/members-of-event";
import { plantApplications } from "@/testing/plant-applications";
import { plantConnection } from "@/testing/plant-connection";
import { addNoteInEvent } from "./add-note-in-event";
import { deleteNoteInEvent } from "./delete-note-in-event";
import { deleteRatingInEvent } from "./delete-rating-in-event";
import { getRatingsInEvent } from "./get-ratings-in-event";
import { getReviewSettingsInEvent } from "./get-review-settings-in-event";
import { rateApplicationInEvent } from "./rate-application-in-event";
import { USUAL_SETTINGS } from "./review-settings-view";
import { updateReviewSettingsInEvent } from "./update-review-settings-in-event";

let eventId: string;
let owner: Actor;
let reviewer: Actor;
let other: Actor;
const participantId = "ptp_rated";

beforeEach(async () => {
  eventId = await plantConnection();
  owner = await seatIn(eventId, "owner");
  reviewer = await seatIn(eventId, "reviewer");
  other = await seatIn(eventId, "reviewer");
  await plantApplications(eventId, [participantId]);
});

const rate = (actor: Actor, input: object) =>
  rateApplicationInEvent(actor, { eventId, participantId, ...input });
const ratings = (actor: Actor) => getRatingsInEvent(actor, { eventId, participantId });
const settings = (input: object) =>
  updateReviewSettingsInEvent(owner, { eventId, ...USUAL_SETTINGS, ...input });
async function rowsOf<T extends object>(text: string, ...values: unknown[]): Promise<T[]> {
  return withEventSql(eventId, async (sql) => {
    const { rows } = await sql.query<T>(text, [eventId, ...values]);
    return rows;
  });
}
const summary = () =>
  rowsOf(
    `SELECT participant_id, rating_count, average, spread, note_count FROM application_reviews
     WHERE event_id = $1 ORDER BY participant_id`,
  );

describe("a rating", () => {
  test("comes to an average and a spread with the others', and open pages hear of it", async () => {
    await rate(owner, { scores: { overall: 5 }, comment: "  Strong. " });
    await rate(reviewer, { scores: { overall: 2 } });
    const view = await rate(other, { scores: { overall: 4 } });
    expect(view).toMatchObject({ count: 3, average: 3.67, spread: 3, isHidden: false });
    expect(view.own).toMatchObject({ score: 4, isGiven: true, member: { isSelf: true } });
    expect(view.others.map(({ score, comment }) => [score, comment])).toEqual([
      [5, "Strong."],
      [2, ""],
    ]);
    // Beside the application stands who may hear of it: whoever has given something.
    const heard = await rowsOf<{ ids: string[] }>(
      "SELECT ids FROM changes WHERE event_id = $1 AND topic = 'ratings' ORDER BY seq",
    );
    expect(heard.map(({ ids }) => [ids.includes(participantId), ids.length])).toEqual([
      [true, 2],
      [true, 3],
      [true, 4],
    ]);
  });

  test("of others is not to be seen, not even counted, before one's own is given", async () => {
    await rate(owner, { scores: { overall: 5 } });
    const nothing = {
      others: [],
      revisions: [],
      count: null,
      average: null,
      spread: null,
      isHidden: true,
    };
    expect(await ratings(reviewer)).toEqual({ own: null, ...nothing });
    // A word alone is no rating.
    expect(await rate(reviewer, { comment: "Hm." })).toMatchObject(nothing);
    expect(await rate(reviewer, { abstain: true })).toMatchObject({ isHidden: false, count: 1 });
    expect(await deleteRatingInEvent(reviewer, { eventId, participantId })).toMatchObject(nothing);
    expect(await ratings(owner)).toMatchObject({ isHidden: false, count: 1 });
    await settings({ hideOthers: false });
    expect(await ratings(reviewer)).toMatchObject({ isHidden: false, average: 5 });
  });

  test("counts once every criterion has its points, and not where it was abstained from", async () => {
    const { criteria } = await settings({
      criteria: [
        { id: "overall", label: "Talk", weight: 3, scale: 5 },
        { label: "Fits", weight: 1, scale: "yes_no" },
      ],
    });
    const [, fits] = criteria;
    expect(await rate(reviewer, { scores: { overall: 4 } })).toMatchObject({
      own: { isGiven: false, score: null },
      isHidden: true,
    });
    expect(await ratings(owner)).toMatchObject({ others: [], count: 0 });
    const both = { overall: 4, [fits?.id ?? ""]: 1 };
    expect(await rate(reviewer, { scores: both })).toMatchObject({
      own: { score: 4.25 },
      count: 1,
    });
    await rate(other, { abstain: true, scores: { overall: 1 } });
    expect(await ratings(owner)).toMatchObject({ count: 1, average: 4.25, spread: 0 });
  });

  test("that is empty is none", async () => {
    await rate(reviewer, { scores: { overall: 3 } });
    expect(await rate(reviewer, {})).toMatchObject({ own: null });
    expect(await rowsOf("SELECT 1 FROM ratings WHERE event_id = $1")).toEqual([]);
    expect(await summary()).toMatchObject([{ rating_count: 0, average: null, spread: null }]);
  });

  test.each([
    [{ scores: { overall: 6 } }, "scores.overall"],
    [{ scores: { overall: 0 } }, "scores.overall"],
    [{ scores: { nothing: 3 } }, "nothing"],
  ])("of %j is refused by name", async (input, named) => {
    await expect(rate(reviewer, input)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining(named),
    });
  });

  test.each([
    { scores: { overall: 1.5 } },
    { scores: { overall: "5" } },
    { scores: [5] },
    { scores: Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`c${at}`, 1])) },
    { comment: "a".repeat(2_001) },
    { comment: "\0" },
    { abstain: "yes" },
  ])("of %j is none", async (input) => {
    await expect(rate(reviewer, input)).rejects.toMatchObject({ name: "ZodError" });
  });

  test("is none of a viewer's, the door's or another event's", async () => {
    for (const role of ["viewer", "door"] as const) {
      const member = await seatIn(eventId, role);
      for (const attempt of [ratings(member), rate(member, { abstain: true })]) {
        await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
      }
    }
    const stranger = await seatIn(await plantConnection(), "owner");
    await expect(ratings(stranger)).rejects.toMatchObject({ code: "not_found" });
    await plantApplications(eventId, ["ptp_guest"]);
    await rowsOf(
      "UPDATE participants SET status = NULL, application_id = NULL WHERE event_id = $1 AND participant_id = 'ptp_guest'",
    );
    for (const id of ["ptp_nobody", "ptp_guest"]) {
      const attempt = rateApplicationInEvent(owner, { eventId, participantId: id, abstain: true });
      await expect(attempt).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("and a delivery at the same moment lose neither, a hundred times", async () => {
    await plantApplications(
      eventId,
      Array.from({ length: 100 }, (_, at) => `ptp_${at}`),
    );
    const deliver = (id: string, status: string, at: number) =>
      changeEventInSql(eventId, async (change) => {
        const versionAt = new Date(Date.now() + at);
        const snapshot = { participantId: id, status, fields: { talk: status } };
        const row = { snapshot, versionAt, exact: true };
        const kind = `application.${status}`;
        await mirrorParticipants(change.sql, eventId, [row], { source: "webhook", kind });
        change.changed("participants", [id]);
      });
    for (let at = 0; at < 100; at += 1) {
      const one = { eventId, participantId: `ptp_${at}` };
      const someTime = () => sleep(Math.random() * 6);
      await Promise.all([
        someTime().then(() => deliver(one.participantId, "approved", at)),
        someTime().then(() =>
          rateApplicationInEvent(reviewer, { ...one, scores: { overall: 1 + (at % 5) } }),
        ),
        someTime().then(() => rateApplicationInEvent(other, { ...one, scores: { overall: 5 } })),
      ]);
    }
    const found = await rowsOf<{ id: string }>(
      `SELECT p.participant_id AS id, p.status, a.rating_count AS count, a.average,
         (SELECT avg(score) FROM ratings r WHERE r.event_id = p.event_id AND r.participant_id = p.participant_id) AS mean
       FROM participants p JOIN application_reviews a USING (event_id, participant_id)
       WHERE p.event_id = $1 AND p.participant_id <> 'ptp_rated'`,
    );
    expect(found).toHaveLength(100);
    for (const row of found) {
      const own = 1 + (Number(row.id.slice(4)) % 5);
      expect(row).toMatchObject({
        status: "approved",
        count: 2,
        average: (own + 5) / 2,
        mean: (own + 5) / 2,
      });
    }
    const looks = await rowsOf<{ is_changed: boolean; came_after: boolean }>(
      `SELECT r.is_changed, EXISTS (SELECT FROM participant_history h WHERE h.event_id = r.event_id
         AND h.participant_id = r.participant_id AND h.id > r.seen_change AND h.changes ? 'fields') AS came_after
       FROM ratings r WHERE r.event_id = $1 AND r.participant_id <> 'ptp_rated'`,
    );
    expect(looks).toHaveLength(200);
    expect(looks.filter((look) => look.is_changed !== look.came_after)).toEqual([]);
    expect(new Set(looks.map((look) => look.is_changed)).size).toBe(2);
  });

  test("of two seats that become one stays as the one that is left gave it", async () => {
    const again = await seatIn(eventId, "owner");
    await plantApplications(eventId, ["ptp_second"]);
    await rate(owner, { scores: { overall: 5 } });
    await rate(again, { scores: { overall: 1 } });
    await rate(again, { participantId: "ptp_second", scores: { overall: 2 } });
    const { memberId } = await requirePermission(again, eventId, "seat.use");
    const { memberId: into } = await requirePermission(owner, eventId, "seat.use");
    await mergeMembersInEvent(owner, { eventId, memberId, into });
    expect(await summary()).toMatchObject([
      { participant_id: participantId, rating_count: 1, average: 5 },
      { participant_id: "ptp_second", rating_count: 1, average: 2 },
    ]);
    expect(await ratings(owner)).toMatchObject({ own: { score: 5 }, others: [] });
  });
});

describe("how a team reviews", () => {
  test("is the usual until somebody who may says otherwise", async () => {
    expect(await getReviewSettingsInEvent(reviewer, { eventId })).toEqual(USUAL_SETTINGS);
    const blind = { isBlind: true, blindFields: ["gender"], perApplication: 3 };
    expect(await settings(blind)).toEqual({ ...USUAL_SETTINGS, ...blind });
    expect(await getReviewSettingsInEvent(owner, { eventId })).toMatchObject(blind);
    // The name of what is hidden says something, too.
    expect(await getReviewSettingsInEvent(reviewer, { eventId })).toMatchObject({
      blindFields: [],
    });
    const mine = updateReviewSettingsInEvent(reviewer, { eventId, ...USUAL_SETTINGS });
    await expect(mine).rejects.toMatchObject({ code: "forbidden" });
  });

  test("weighs what was given before anew, and takes what has no criterion any more", async () => {
    await rate(owner, { scores: { overall: 5 } });
    await rate(reviewer, { scores: { overall: 4 } });
    await rate(other, { scores: { overall: 1 } });
    await settings({ average: "median" });
    expect(await summary()).toMatchObject([{ rating_count: 3, average: 4, spread: 4 }]);
    await settings({ criteria: [{ id: "overall", label: "Overall", weight: 1, scale: "yes_no" }] });
    expect(await summary()).toMatchObject([{ rating_count: 0, average: null, spread: null }]);
    expect(await ratings(reviewer)).toMatchObject({ own: { isGiven: false }, isHidden: true });
  });

  test.each([
    { criteria: [] },
    { criteria: [{ label: " ", scale: 5 }] },
    { criteria: [{ label: "A", scale: 4 }] },
    { criteria: [{ label: "A", scale: 5, weight: 0 }] },
    { criteria: Array(13).fill({ label: "A", scale: 5 }) },
    { average: "sum" },
    { perApplication: 0 },
    { perApplication: 21 },
    { blindFields: ["\0"] },
  ])("is not %j", async (input) => {
    await expect(settings(input)).rejects.toMatchObject({ name: "ZodError" });
  });

  test("names no criterion that there is not, and none twice", async () => {
    const named = (...ids: string[]) =>
      settings({ criteria: ids.map((id) => ({ id, label: "A", scale: 5 })) });
    await expect(named("strange")).rejects.toMatchObject({ code: "not_found" });
    await expect(named("overall", "overall")).rejects.toMatchObject({ code: "conflict" });
  });
});

test("how many notes an application has is written down beside its ratings", async () => {
  const note = await addNoteInEvent(owner, { eventId, participantId, text: "One." });
  await addNoteInEvent(reviewer, { eventId, participantId, text: "Two." });
  expect(await summary()).toMatchObject([{ note_count: 2, rating_count: 0 }]);
  await deleteNoteInEvent(owner, { eventId, noteId: note.id });
  expect(await summary()).toMatchObject([{ note_count: 1 }]);
});
