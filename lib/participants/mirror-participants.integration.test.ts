import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Sql, withEventSql } from "@/lib/db";
import { lockMirror } from "@/lib/live/lock-mirror";
import { concludeRead, noteSeen } from "@/lib/mirror/full-read";
import { type ParticipantSnapshot, parseParticipant } from "@/lib/revento/snapshots";
import { plantConnection } from "@/testing/plant-connection";
import { type MirrorOrigin, mirrorParticipants } from "./mirror-participants";
import { removeUnseen as concludeUnseen } from "./remove-unseen";

let eventId = "";
let pages = 0;
const BASE = Date.parse("2026-03-01T10:00:00Z");
const at = (seconds: number) => new Date(BASE + seconds * 1000);

beforeEach(async () => {
  eventId = await plantConnection();
});

function inEvent<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  return withEventSql(eventId, async (sql) => {
    await lockMirror(sql, eventId);
    return work(sql);
  });
}

function ann(more: Partial<ParticipantSnapshot> = {}): ParticipantSnapshot {
  return { participantId: "ptp_ann", name: "Ann", status: "pending", ...more };
}

function hear(snapshot: ParticipantSnapshot, seconds: number, envelopeId: string = randomUUID()) {
  const origin: MirrorOrigin = { source: "webhook", kind: "application.approved", envelopeId };
  return inEvent((sql) =>
    mirrorParticipants(sql, eventId, [{ snapshot, versionAt: at(seconds), exact: true }], origin),
  );
}

function read(
  snapshots: ParticipantSnapshot[],
  seconds: number,
  source: "sync" | "reconcile" = "sync",
  runId?: string,
) {
  pages += 1;
  const brought = runId ? { runId, page: pages } : undefined;
  const versionAt = at(seconds);
  const rows = snapshots.map((snapshot) => ({
    ...{ snapshot, versionAt, exact: false },
    ...(brought && { brought }),
  }));
  const ids = snapshots.map(({ participantId }) => participantId);
  return inEvent(async (sql) => {
    const page = { list: "participants", number: pages, readAt: versionAt, ids };
    if (runId) await noteSeen(sql, { eventId, id: runId }, page);
    return mirrorParticipants(sql, eventId, rows, { source, kind: source });
  });
}

async function rowOf(participantId = "ptp_ann") {
  const { rows } = await inEvent((sql) =>
    sql.query("SELECT * FROM participants WHERE event_id = $1 AND participant_id = $2", [
      eventId,
      participantId,
    ]),
  );
  return rows[0];
}

async function historyOf(participantId = "ptp_ann") {
  const { rows } = await inEvent((sql) =>
    sql.query(
      "SELECT * FROM participant_history WHERE event_id = $1 AND participant_id = $2 ORDER BY id",
      [eventId, participantId],
    ),
  );
  return rows;
}

async function beginRun(): Promise<string> {
  const runId = randomUUID();
  await inEvent((sql) =>
    sql.query(
      `INSERT INTO sync_runs (event_id, id, kind, state, started_at, first_read_at)
       VALUES ($1, $2, 'reconcile', 'completed', clock_timestamp(), $3)`,
      [eventId, runId, at(10)],
    ),
  );
  return runId;
}

describe("a snapshot of a participant", () => {
  test("is written with everything it says, and keeps what it does not speak of", async () => {
    await read([ann({ email: "ann@example.org", fields: { track: "art" }, role: "attendee" })], 0);
    await hear(ann({ status: "approved", email: null }), 10);
    expect(await rowOf()).toMatchObject({
      name: "Ann",
      role: "attendee",
      email: null,
      fields: { track: "art" },
      status: "approved",
      source: "webhook",
      version_at: at(10),
    });
  });

  test("may say more in every place than an entry of an index holds", async () => {
    const long = Array.from({ length: 400 }, () => randomUUID()).join(" ");
    const snapshot = parseParticipant({
      id: long,
      user_id: long,
      role: long,
      application_id: long,
      application_status: long,
      last_review_action: long,
      last_reviewer_id: long,
      display_name: long,
      email: `${long}@example.org`,
      custom_form_fields: { [long]: long, essay: long.repeat(70) },
    });
    await hear(snapshot, 1);
    expect(await rowOf(snapshot.participantId)).toMatchObject({
      name: `${long.slice(0, 499)}…`,
      cuts: { answers: { essay: long.length * 70 + 2 }, labels: expect.any(Object), leftOut: 0 },
    });
    await hear({ ...snapshot, ...parseParticipant({ id: long, custom_form_fields: {} }) }, 2);
    expect(await rowOf(snapshot.participantId)).toMatchObject({ fields: {}, cuts: null });
  });

  test("leaves the answers that it changes in the history, of long ones the place where", async () => {
    const before = { essay: `${"a".repeat(9_000)}old`, diet: "none", untouched: "b".repeat(9_000) };
    await hear(ann({ fields: before }), 1);
    await hear(ann({ fields: { ...before, essay: `${"a".repeat(9_000)}new`, diet: null } }), 2);
    const rows = await inEvent((sql) =>
      sql.query("SELECT changes FROM participant_history ORDER BY id DESC LIMIT 1"),
    );
    const around = (end: string) => ({ excerpt: `…${"a".repeat(200)}${end}`, length: 9_003 });
    expect(rows.rows[0].changes).toEqual({
      fields: [
        { essay: around("old"), diet: "none" },
        { essay: around("new"), diet: null },
      ],
    });
  });

  test("is not overwritten by an older delivery that comes later (contract 6.5)", async () => {
    await hear(ann({ status: "approved" }), 20);
    const late = await hear(ann({ status: "revision_requested" }), 10);
    expect(late).toMatchObject({ older: ["ptp_ann"], changed: [] });
    expect(await rowOf()).toMatchObject({ status: "approved", version_at: at(20) });
  });

  test("ends the same in whatever order its deliveries come", async () => {
    const states = ["pending", "approved", "rejected", "revision_requested", "approved"];
    for (const order of [
      [4, 3, 2, 1, 0],
      [2, 4, 0, 1, 3],
      [0, 4, 1, 3, 2],
    ]) {
      const participantId = `ptp_${order.join("")}`;
      for (const index of order) await hear(ann({ participantId, status: states[index] }), index);
      expect((await rowOf(participantId)).status).toBe("approved");
    }
  });

  test("read from the API does not undo a webhook that happened after the read", async () => {
    await hear(ann({ status: "approved" }), 20);
    await read([ann({ status: "pending", updatedAt: at(5).toISOString() })], 15);
    expect((await rowOf()).status).toBe("approved");
    await read([ann({ status: "rejected", updatedAt: at(30).toISOString() })], 15);
    expect(await rowOf()).toMatchObject({ status: "rejected", version_at: at(30) });
    await read([ann({ status: "cancelled" })], 640);
    expect(await rowOf()).toMatchObject({ status: "cancelled", version_at: at(640) });
    await hear(ann({ status: "approved" }), 635);
    expect((await rowOf()).status).toBe("cancelled");
  });

  test("that says nothing new is confirmed, and its last change stays where it was", async () => {
    await read([ann()], 0);
    const before = await rowOf();
    const again = await read([ann()], 10, "reconcile");
    const after = await rowOf();
    expect(again).toMatchObject({ changed: [], unchanged: ["ptp_ann"], drift: [] });
    expect(after.updated_at).toEqual(before.updated_at);
    expect(after.source).toBe("sync");
    expect(after.confirmed_at.getTime()).toBeGreaterThan(before.confirmed_at.getTime());
  });

  test.each([
    ["while the read is on", false],
    ["after it", true],
  ])(
    "read again as it was is not written, and still newer than what is late, %s",
    async (_, isOver) => {
      await read([ann()], 0);
      const before = await rowOf();
      const runId = await beginRun();
      await read([ann()], 30, "reconcile", runId);
      expect(await rowOf()).toEqual(before);
      const run = { eventId, id: runId };
      if (isOver)
        await inEvent((sql) => concludeRead(sql, run, { list: "participants", confirms: true }));
      expect((await hear(ann({ status: "approved" }), 20)).outcomes).toEqual(["older"]);
      expect((await hear(ann({ status: "rejected" }), 40)).outcomes).toEqual(["changed"]);
      expect(await rowOf()).toMatchObject({ status: "rejected", version_at: at(40) });
    },
  );

  test("that a delivery brought is written by the reading that proves it, and by no later one", async () => {
    await read([ann()], 0);
    await hear(ann({ status: "approved" }), 10);
    for (const [seconds, isWritten] of [
      [700, true],
      [1_400, false],
    ] as const) {
      const before = await rowOf();
      await read([ann({ status: "approved" })], seconds, "reconcile", await beginRun());
      expect((await rowOf()).version_at > before.version_at).toBe(isWritten);
      expect((await rowOf()).updated_at).toEqual(before.updated_at);
    }
  });

  test("may come twice in one call, and both are heard in their order", async () => {
    const row = (status: string, seconds: number) => ({
      snapshot: ann({ status }),
      versionAt: at(seconds),
      exact: true,
      envelopeId: randomUUID(),
    });
    const heard = [row("approved", 2), row("rejected", 3), row("pending", 1), row("rejected", 3)];
    const { outcomes } = await inEvent((sql) =>
      mirrorParticipants(sql, eventId, heard, { source: "webhook", kind: "application.approved" }),
    );
    expect(outcomes).toEqual(["changed", "changed", "older", "unchanged"]);
    expect((await rowOf()).status).toBe("rejected");
    // What says the same again is no news.
    expect(await historyOf()).toHaveLength(3);
  });
});

describe("the history of a participant", () => {
  test("has one entry per envelope, with what changed, also when it came late or twice", async () => {
    await read([ann()], 0);
    const envelope = randomUUID();
    await hear(ann({ status: "approved" }), 20, envelope);
    await hear(ann({ status: "approved" }), 20, envelope);
    await hear(ann({ status: "rejected" }), 10);
    const history = await historyOf();
    expect(history.map((entry) => [entry.status, entry.changes])).toEqual([
      ["approved", { status: ["pending", "approved"] }],
      ["rejected", {}],
    ]);
  });

  test("begins empty with the first sync, and remembers what a reconcile found", async () => {
    await read([ann()], 0);
    expect(await historyOf()).toEqual([]);
    const found = await read([ann({ status: "cancelled" })], 10, "reconcile");
    expect(found.drift).toEqual([
      { participantId: "ptp_ann", fields: ["status"], cause: "cancelled" },
    ]);
    expect(await historyOf()).toMatchObject([
      { kind: "reconcile", changes: { status: ["pending", "cancelled"] } },
    ]);
  });
});

/** As if another complete reading, `minutes` ago, had lacked the same rows. */
async function removeUnseen(
  sql: Sql,
  event: string,
  runId: string,
  minutes = 11,
): Promise<string[]> {
  const first = await concludeUnseen(sql, event, runId);
  expect(first.removed).toEqual([]);
  await sql.query(
    `UPDATE participants SET missing_since = missing_since - $2 * interval '1 minute'
     WHERE event_id = $1 AND missing_since IS NOT NULL`,
    [event, minutes],
  );
  return (await concludeUnseen(sql, event, runId)).removed;
}

describe("a completed pass", () => {
  test("removes whom it did not see, but not whom a webhook brought meanwhile", async () => {
    await read([ann(), ann({ participantId: "ptp_bea" })], 0);
    const runId = await beginRun();
    await read([ann()], 10, "reconcile", runId);
    await hear(ann({ participantId: "ptp_new" }), 11);
    expect(await inEvent((sql) => removeUnseen(sql, eventId, runId))).toEqual(["ptp_bea"]);
    expect((await rowOf("ptp_bea")).removed_at).not.toBeNull();
    expect((await rowOf("ptp_new")).removed_at).toBeNull();
    expect(await historyOf("ptp_bea")).toMatchObject([{ changes: { removed: [false, true] } }]);
  });

  test("is not undone by an older delivery, but by a newer one", async () => {
    await read([ann(), ann({ participantId: "ptp_bea" })], 0);
    const runId = await beginRun();
    await read([ann()], 10, "reconcile", runId);
    await inEvent((sql) => removeUnseen(sql, eventId, runId));
    await hear(ann({ participantId: "ptp_bea" }), 5);
    expect((await rowOf("ptp_bea")).removed_at).not.toBeNull();
    const back = await hear(ann({ participantId: "ptp_bea" }), 12);
    expect(back.changed).toEqual(["ptp_bea"]);
    expect((await rowOf("ptp_bea")).removed_at).toBeNull();
  });

  test.each([
    ["so soon after the first that a replica may lag", 9, false],
    ["a while after the first", 11, true],
    ["the next day", 25 * 60, true],
    ["so much later that the first says nothing any more", 27 * 60, false],
  ])("removes nobody alone, but together with another one %s", async (_, minutes, isRemoved) => {
    await read([ann(), ann({ participantId: "ptp_bea" })], 0);
    const runId = await beginRun();
    await read([ann()], 10, "reconcile", runId);
    const removed = await inEvent((sql) => removeUnseen(sql, eventId, runId, minutes));
    expect(removed).toEqual(isRemoved ? ["ptp_bea"] : []);
  });

  test("that sees somebody again forgets that they were missing", async () => {
    await read([ann(), ann({ participantId: "ptp_bea" })], 0);
    const runId = await beginRun();
    await read([ann()], 10, "reconcile", runId);
    expect(await inEvent((sql) => concludeUnseen(sql, eventId, runId))).toMatchObject({
      missing: 1,
    });
    expect((await rowOf("ptp_bea")).missing_since).not.toBeNull();
    await read([ann({ participantId: "ptp_bea" })], 20, "reconcile", runId);
    expect((await rowOf("ptp_bea")).missing_since).toBeNull();
  });

  test("that never began removes nobody", async () => {
    await read([ann()], 0);
    expect(await inEvent((sql) => removeUnseen(sql, eventId, randomUUID()))).toEqual([]);
  });
});

describe("the counts by status", () => {
  test("equal a GROUP BY after any traffic", async () => {
    const statuses = ["pending", "approved", "rejected", null, "cancelled"];
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return (seed >>> 8) % below;
    };
    for (let step = 0; step < 60; step += 1) {
      const snapshots = Array.from({ length: 1 + random(6) }, () =>
        ann({ participantId: `ptp_${random(20)}`, status: statuses[random(statuses.length)] }),
      );
      const runId = random(8) === 0 ? await beginRun() : undefined;
      await (random(2)
        ? read(snapshots, random(60), "reconcile", runId)
        : hear(ann(snapshots[0]), random(60)));
      if (runId) await inEvent((sql) => removeUnseen(sql, eventId, runId));
    }
    const [kept, counted] = await inEvent(async (sql) => [
      (
        await sql.query(
          "SELECT status, count FROM participant_counts WHERE event_id = $1 AND count <> 0 ORDER BY status",
          [eventId],
        )
      ).rows,
      (
        await sql.query(
          "SELECT coalesce(status, '') AS status, count(*)::int AS count FROM participants WHERE event_id = $1 AND removed_at IS NULL GROUP BY 1 ORDER BY 1",
          [eventId],
        )
      ).rows,
    ]);
    expect(counted.length).toBeGreaterThan(2);
    expect(kept).toEqual(counted);
  });
});

describe("when a row was changed", () => {
  const changedAt = async () => (await rowOf())?.changed_at ?? null;
  const submittedAt = at(0);

  test("is not when Foyer first read it", async () => {
    await read([ann({ submittedAt })], 100);
    expect(await changedAt()).toBeNull();
  });

  test.each([
    ["Revento says itself", { updatedAt: at(60).toISOString() }, at(60)],
    ["it was reviewed", { lastReviewAction: "approved", lastReviewedAt: at(50) }, at(50)],
    ["nobody did, but it was written down", { updatedAt: at(0.4).toISOString() }, null],
  ])("is when %s, before Foyer knew it", async (_, said, expected) => {
    await read([ann({ submittedAt, ...said })], 100);
    expect(await changedAt()).toEqual(expected);
  });

  test("is the moment of the delivery that told of it, and stays where nothing changes", async () => {
    await read([ann({ submittedAt })], 100);
    await hear(ann({ status: "approved" }), 200);
    expect(await changedAt()).toEqual(at(200));
    await hear(ann({ status: "approved" }), 300);
    expect(await changedAt()).toEqual(at(200));
  });

  test("is what a read says that found it", async () => {
    await read([ann({ submittedAt, updatedAt: at(0).toISOString() })], 100);
    await read(
      [ann({ submittedAt, status: "rejected", updatedAt: at(150).toISOString() })],
      900,
      "reconcile",
    );
    expect(await changedAt()).toEqual(at(150));
  });
});
