import { beforeEach, expect, test } from "vitest";
import { withEvent, withEventSql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import { createSession } from "@/lib/members/create-session";
import { grantOwnership } from "@/lib/members/grant-ownership";
import { plantConnection } from "@/testing/plant-connection";
import { getAnswerInEvent } from "./get-answer-in-event";
import { getApplicationInEvent } from "./get-application-in-event";

let owner: Actor;
let eventId: string;
const read = (participantId: string) => getApplicationInEvent(owner, { eventId, participantId });

beforeEach(async () => {
  owner = { sessionHash: (await createSession()).sessionHash };
  eventId = await plantConnection();
  await withEvent(eventId, async ({ db, sql }) => {
    await grantOwnership(db, eventId, owner.sessionHash ?? "");
    await sql.query(
      `INSERT INTO participants (event_id, participant_id, application_id, status, name, fields,
         submitted_at, last_review_action, last_reviewed_at, last_reviewer_id, updated_at, version_at,
         source, confirmed_at)
       VALUES ($1, 'ptp_ana', 'app_ana', 'approved', 'Ana', '{"diet": "none", "size": null}',
         '2026-03-01T10:00:00Z', 'approved', '2026-03-02T10:00:00Z', 'usr_rev', now(),
         '2026-03-02T10:00:00Z', 'webhook', now())`,
      [eventId],
    );
  });
});

async function remember(kind: string, at: string, changes: object): Promise<void> {
  await withEventSql(eventId, (sql) =>
    sql.query(
      `INSERT INTO participant_history (event_id, participant_id, occurred_at, kind, status, actor_id, changes)
       VALUES ($1, 'ptp_ana', $2, $3, 'approved', 'usr_rev', $4)`,
      [eventId, at, kind, JSON.stringify(changes)],
    ),
  );
}

test("somebody's detail holds every answer, and when and how Foyer knows", async () => {
  expect(await read("ptp_ana")).toMatchObject({
    id: "app_ana",
    fields: { diet: "none", size: null },
    removedAt: null,
    missingSince: null,
    freshness: { source: "webhook", at: "2026-03-02T10:00:00.000Z" },
  });
});

test("what happened before Foyer was connected is told from what Revento says of it", async () => {
  const { history } = await read("ptp_ana");
  expect(
    history.map(({ kind, at, actorId, recordedAt }) => [kind, at, actorId, recordedAt]),
  ).toEqual([
    ["application.approved", "2026-03-02T10:00:00.000Z", "usr_rev", null],
    ["application.submitted", "2026-03-01T10:00:00.000Z", null, null],
  ]);
});

test("what Foyer has recorded is told once, with what changed", async () => {
  await remember("application.approved", "2026-03-02T10:00:00Z", {
    status: ["pending", "approved"],
  });
  const { history } = await read("ptp_ana");
  expect(history.map((entry) => entry.kind)).toEqual([
    "application.approved",
    "application.submitted",
  ]);
  expect(history[0]?.changes).toEqual({ status: ["pending", "approved"] });
});

test("a review from before Foyer was connected stays told when another one follows", async () => {
  await withEventSql(eventId, (sql) =>
    sql.query(
      `UPDATE participants SET status = 'rejected', last_review_action = 'rejected',
         last_reviewed_at = '2026-03-05T10:00:00Z', last_reviewer_id = 'usr_other' WHERE event_id = $1`,
      [eventId],
    ),
  );
  await remember("application.rejected", "2026-03-05T10:00:00Z", {
    status: ["approved", "rejected"],
    last_review_action: ["approved", "rejected"],
    last_reviewed_at: ["2026-03-02T10:00:00+00:00", "2026-03-05T10:00:00+00:00"],
    last_reviewer_id: ["usr_rev", "usr_other"],
  });
  const { history } = await read("ptp_ana");
  expect(history.map(({ kind, at, actorId }) => [kind, at, actorId])).toEqual([
    ["application.rejected", "2026-03-05T10:00:00.000Z", "usr_rev"],
    ["application.approved", "2026-03-02T10:00:00.000Z", "usr_rev"],
    ["application.submitted", "2026-03-01T10:00:00.000Z", null],
  ]);
});

async function answer(fields: object): Promise<void> {
  await withEventSql(eventId, (sql) =>
    sql.query("UPDATE participants SET fields = $2 WHERE event_id = $1", [eventId, fields]),
  );
}

test("of a long answer the detail has the first 10 KB, and the rest is read on request", async () => {
  const bio = `${"long 🎈 ".repeat(20_000)}end`;
  await answer({ bio, diet: "none" });
  const { fields, cutAnswers } = await read("ptp_ana");
  expect(fields.diet).toBe("none");
  expect(cutAnswers).toEqual({ bio: bio.length });
  let text = String(fields.bio);
  expect(text.length).toBeLessThanOrEqual(10_240);
  for (let offset: number | null = text.length; offset !== null; ) {
    const rest = { eventId, participantId: "ptp_ana", key: "bio", offset };
    const stretch = await getAnswerInEvent(owner, rest);
    text += stretch.text;
    offset = stretch.nextOffset;
  }
  expect(text).toBe(bio);
});

test("an answer that is not there, or somebody else's, is not found", async () => {
  const guess = { eventId, participantId: "ptp_ana", key: "diet" };
  const stranger = { sessionHash: (await createSession()).sessionHash };
  for (const [actor, asked] of [
    [owner, { ...guess, key: "nothing" }],
    [owner, { ...guess, participantId: "ptp_nobody" }],
    [stranger, guess],
  ] as const) {
    await expect(getAnswerInEvent(actor, asked)).rejects.toMatchObject({ code: "not_found" });
  }
  await expect(getAnswerInEvent(owner, { ...guess, key: "\ud800" })).rejects.toThrow("characters");
});

test("a history of long answers is shown as far as 256 Ki characters go, and says that there is more", async () => {
  for (let day = 1; day <= 80; day += 1) {
    const at = new Date(Date.UTC(2026, 2, day)).toISOString();
    const side = (sign: string) => ({ bio: `${sign}${"x".repeat(60_000)}` });
    await remember("participant.profile_updated", at, { fields: [side("a"), side("b")] });
  }
  const { history, hasOlderHistory } = await read("ptp_ana");
  expect(hasOlderHistory).toBe(true);
  expect(JSON.stringify(history).length).toBeLessThan(300_000);
  expect(history.length).toBeGreaterThan(50);
  expect(Object.keys(history[0]?.answers ?? {})).toEqual(["bio"]);
});

test("nobody finds somebody of another event, whatever id they guess", async () => {
  const stranger = { sessionHash: (await createSession()).sessionHash };
  const guess = { eventId, participantId: "ptp_ana" };
  await expect(getApplicationInEvent(stranger, guess)).rejects.toMatchObject({ code: "not_found" });
  await expect(read("ptp_nobody")).rejects.toMatchObject({ code: "not_found" });
  await expect(getApplicationInEvent({ sessionHash: null }, guess)).rejects.toMatchObject({
    code: "unauthenticated",
  });
});
