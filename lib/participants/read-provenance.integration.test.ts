import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type Sql, withEvent, withEventSql } from "@/lib/db";
import { lockMirror } from "@/lib/live/lock-mirror";
import type { Actor } from "@/lib/members/actor";
import { createSession } from "@/lib/members/create-session";
import { grantOwnership } from "@/lib/members/grant-ownership";
import { concludeRead, noteSeen } from "@/lib/mirror/full-read";
import type { BroughtBy } from "@/lib/mirror/mirror-rows";
import type { ParticipantSnapshot } from "@/lib/revento/snapshots";
import { plantConnection } from "@/testing/plant-connection";
import { getApplicationInEvent } from "./get-application-in-event";
import { type MirrorOrigin, mirrorParticipants } from "./mirror-participants";

let owner: Actor;
let eventId: string;
const detail = () => getApplicationInEvent(owner, { eventId, participantId: "ptp_ann" });
const BASE = Date.parse("2026-03-01T10:00:00Z");
const at = (seconds: number) => new Date(BASE + seconds * 1000);

beforeEach(async () => {
  owner = { sessionHash: (await createSession()).sessionHash };
  eventId = await plantConnection();
  await withEvent(eventId, async ({ db }) => {
    await grantOwnership(db, eventId, owner.sessionHash ?? "");
  });
});

function ann(more: Partial<ParticipantSnapshot> = {}): ParticipantSnapshot {
  const fields = { diet: "none", size: "M" };
  return {
    participantId: "ptp_ann",
    userId: "usr_ann",
    applicationId: "app_ann",
    status: "pending",
    fields,
    ...more,
  };
}

async function mirror(
  snapshot: ParticipantSnapshot,
  seconds: number,
  origin: MirrorOrigin,
  brought?: BroughtBy,
) {
  const row = { snapshot, versionAt: at(seconds), ...(brought && { brought }) };
  const exact = origin.source === "webhook";
  await withEventSql(eventId, async (sql) => {
    await lockMirror(sql, eventId);
    await mirrorParticipants(sql, eventId, [{ ...row, exact }], origin);
  });
}

const hear = (snapshot: ParticipantSnapshot, seconds: number, kind = "application.approved") =>
  mirror(snapshot, seconds, { source: "webhook", kind, envelopeId: randomUUID() });

/** A full read that is under way while it sees Ann, and complete afterwards. */
async function readAll(kind: "sync" | "reconcile", snapshot: ParticipantSnapshot, seconds: number) {
  const runId = randomUUID();
  await inRuns((sql) =>
    sql.query(
      `INSERT INTO sync_runs (event_id, id, kind, state, started_at)
       VALUES ($1, $2, $3, 'running', clock_timestamp())`,
      [eventId, runId, kind],
    ),
  );
  const run = { eventId, id: runId };
  const ids = [snapshot.participantId];
  const page = { list: "participants", number: 1, readAt: at(seconds), ids };
  await inRuns((sql) => noteSeen(sql, run, page));
  await mirror(snapshot, seconds, { source: kind, kind }, { runId, page: 1 });
  await inRuns(async (sql) => {
    await concludeRead(sql, run, { list: "participants", confirms: true });
    await sql.query(
      `UPDATE sync_runs SET state = 'completed', finished_at = clock_timestamp()
       WHERE event_id = $1 AND id = $2`,
      [eventId, runId],
    );
  });
}

function inRuns(work: (sql: Sql) => Promise<unknown>) {
  return withEventSql(eventId, async (sql) => void (await work(sql)));
}

test("what the first read brought and nothing changed since, comes from the first read", async () => {
  await readAll("sync", ann(), 0);
  const { provenance, confirmation } = await detail();
  expect(provenance).toMatchObject({
    status: { kind: "sync", isFirst: true },
    "answers.diet": { kind: "sync", isFirst: true },
  });
  expect(confirmation).toMatchObject({ by: "sync", lastRead: { kind: "sync" } });
});

test("each value names the message that changed it last, and its neighbours do not", async () => {
  await hear(ann(), 0, "application.submitted");
  await hear(ann({ status: "approved" }), 10);
  const fields = { diet: "vegan", size: "M", crew: true };
  await hear(ann({ status: "approved", fields }), 20, "participant.profile_updated");
  const { provenance, confirmation } = await detail();
  expect(provenance.status).toEqual({
    kind: "application.approved",
    at: at(10).toISOString(),
    isFirst: false,
  });
  for (const changed of ["answers.diet", "answers.crew"]) {
    expect(provenance[changed], changed).toEqual({
      kind: "participant.profile_updated",
      at: at(20).toISOString(),
      isFirst: false,
    });
  }
  for (const first of ["answers.size", "name"]) {
    expect(provenance[first], first).toMatchObject({
      kind: "application.submitted",
      isFirst: true,
    });
  }
  expect(confirmation).toMatchObject({ by: "participant.profile_updated", lastRead: null });
});

test("a reconcile that finds nothing new confirms, and changes where nothing comes from", async () => {
  await readAll("sync", ann(), 0);
  await hear(ann({ status: "approved" }), 10);
  await inRuns((sql) =>
    sql.query(
      "UPDATE participant_history SET recorded_at = recorded_at - interval '1 minute' WHERE event_id = $1",
      [eventId],
    ),
  );
  await readAll("reconcile", ann({ status: "approved" }), 20);
  const { provenance, confirmation } = await detail();
  expect(provenance.status).toMatchObject({ kind: "application.approved", isFirst: false });
  expect(confirmation.by).toBe("reconcile");
  expect(confirmation.lastRead).toEqual({ kind: "reconcile", at: confirmation.at });
});

test("what a reconcile found changed comes from the reconcile", async () => {
  await readAll("sync", ann(), 0);
  await readAll("reconcile", ann({ status: "cancelled" }), 30);
  const { provenance } = await detail();
  expect(provenance.status).toEqual({
    kind: "reconcile",
    at: at(30).toISOString(),
    isFirst: false,
  });
});

test("what cannot be told any more is not claimed", async () => {
  await readAll("sync", ann(), 0);
  await hear(ann({ status: "approved" }), 10);
  expect((await detail()).provenance.name).toMatchObject({ kind: "sync", isFirst: true });
  await inRuns((sql) =>
    sql.query(
      `INSERT INTO grants (event_id, user_id, state, cause, state_since, granted_at)
       VALUES ($1, 'usr_ann', 'active', 'signed_in', now(), now())`,
      [eventId],
    ),
  );
  expect((await detail()).provenance.name).toMatchObject({ kind: null, isFirst: true });
  await inRuns((sql) =>
    sql.query(
      "UPDATE participants SET confirmed_at = now() + interval '1 hour' WHERE event_id = $1",
      [eventId],
    ),
  );
  const { confirmation } = await detail();
  expect(confirmation.by).toBeNull();
  expect(confirmation.lastRead).toMatchObject({ kind: "sync" });
});

test("without an address for applications in Revento nobody is sent anywhere", async () => {
  await readAll("sync", ann(), 0);
  expect((await detail()).reventoUrl).toBeNull();
});
