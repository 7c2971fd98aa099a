import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { lastConfirmed } from "@/lib/mirror/full-read";
import { PARTICIPANTS } from "@/lib/participants/mirror-statement";
import { EVENT as EVENT_TABLE, PROGRAM } from "@/lib/program/mirror-program";
import { parseParticipant } from "@/lib/revento/snapshots";
import { passTime } from "@/testing/connected-event";
import { deliverFromSandbox } from "@/testing/deliver-from-sandbox";
import { syncWorld } from "@/testing/sync-world";
import { startTestSandbox } from "@/testing/test-sandbox";

const EVENT = "evt_harbor";
const PARTICIPANTS_PATH = `/api/v1/events/${EVENT}/participants`;
// The environment is read once: the product is loaded when the sandbox is there.
const sandbox = await startTestSandbox();
const {
  act,
  apiCalls,
  connect,
  drifts,
  inEvent,
  mirror,
  progress,
  requestReconcile,
  reset,
  run,
  runToTheEnd,
  truth,
} = await syncWorld(sandbox, EVENT);

const MIRROR = [EVENT_TABLE, PARTICIPANTS, ...PROGRAM].map(({ name }) => name);

afterAll(() => sandbox.close());
beforeEach(reset);

/** The run that was queued to read again. */
async function secondReading() {
  const { rows } = await inEvent((sql) =>
    sql.query(
      `SELECT id, waiting_until > now() + interval '10 minutes' AS waits FROM sync_runs
       WHERE event_id = $1 AND is_second AND state = 'queued'`,
      [EVENT],
    ),
  );
  return rows[0];
}
const doubtOf = async (runId: string) =>
  (await inEvent((sql) => sql.query("SELECT doubt FROM sync_runs WHERE id = $1", [runId]))).rows[0]
    ?.doubt;
async function passMinutes(minutes: number): Promise<void> {
  await passTime(sandbox, EVENT, minutes * 60_000);
  await inEvent((sql) =>
    sql.query(
      `UPDATE participants SET missing_since = missing_since - $1 * interval '1 minute',
         stale_since = stale_since - $1 * interval '1 minute'`,
      [minutes],
    ),
  );
}

describe("a reconcile", () => {
  test("finds what no webhook told, heals it, and says why it had drifted", async () => {
    await run(await connect());
    await act("cancel", { application_id: "app_harbor_1", silent: true });
    await act("update_profile", {
      participant_id: "ptp_harbor_2",
      display_name: "Renamed",
      silent: true,
    });
    await act("add_applications", { event_id: EVENT, count: 1, silent: true });
    const runId = await requestReconcile();
    expect(await run(runId)).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(await truth());
    const found = await drifts(runId);
    expect(found).toHaveLength(3);
    expect(found).toContainEqual(
      expect.objectContaining({ participant_id: "ptp_harbor_1", cause: "cancelled" }),
    );
    expect(found).toContainEqual({
      participant_id: "ptp_harbor_2",
      cause: "missed_delivery",
      fields: ["name"],
    });
    expect(found.filter(({ cause }) => cause === "missing_here")).toHaveLength(1);
  });

  test("that finds nothing writes no row of the mirror, and confirms every one", async () => {
    await run(await connect());
    await act("update_profile", { participant_id: "ptp_harbor_2", display_name: "Renamed" });
    await deliverFromSandbox(sandbox, EVENT, "participant.profile_updated");
    // What a delivery brought is proved by one reading that shows it, too.
    await run(await requestReconcile());
    await inEvent((sql) =>
      sql.query(
        `UPDATE participants SET confirmed_at = confirmed_at - interval '2 days' WHERE event_id = $1`,
        [EVENT],
      ),
    );
    const versions = () =>
      Promise.all(
        MIRROR.map(async (table) => {
          const text = `SELECT ctid::text, xmin::text FROM ${table} WHERE event_id = $1 ORDER BY 1`;
          return [table, (await inEvent((sql) => sql.query(text, [EVENT]))).rows];
        }),
      );
    const before = await versions();
    const runId = await requestReconcile();
    expect(await run(runId)).toEqual({ kind: "completed" });
    expect(await versions()).toEqual(before);
    expect(await drifts(runId)).toEqual([]);
    const { rows } = await inEvent((sql) =>
      sql.query(
        `SELECT count(*)::int AS rows, count(*) FILTER (WHERE at > now() - interval '1 minute')::int AS confirmed
         FROM (SELECT ${lastConfirmed("p", PARTICIPANTS)} AS at FROM participants p WHERE event_id = $1) AS seen`,
        [EVENT],
      ),
    );
    const everybody = (await truth()).length;
    expect(rows).toEqual([{ rows: everybody, confirmed: everybody }]);
  });

  test("a delivery that was only late, and came before the end of the pass, was not missed", async () => {
    await act("add_applications", { event_id: EVENT, count: 60, silent: true });
    await run(await connect());
    for (const participantId of ["ptp_harbor_1", "ptp_harbor_2"]) {
      const renamed = { participant_id: participantId, display_name: "Renamed", silent: true };
      await act("update_profile", renamed);
    }
    const slow = { kind: "delay", delay_ms: 800, times: 3 };
    await sandbox.control("faults", { target: "request", path: PARTICIPANTS_PATH, ...slow });
    const runId = await requestReconcile();
    const running = run(runId);
    await expect
      .poll(async () => (await progress())?.rows, { interval: 10, timeout: 15_000 })
      .toBe(50);
    await inEvent((sql) =>
      sql.query(
        `INSERT INTO participant_history (event_id, participant_id, occurred_at, kind, envelope_id)
         VALUES ($1, 'ptp_harbor_1', now() - interval '1 second', 'participant.profile_updated', 'env_1')`,
        [EVENT],
      ),
    );
    expect(await running).toEqual({ kind: "completed" });
    expect((await drifts(runId)).map((drift) => drift.participant_id)).toEqual(["ptp_harbor_2"]);
    const { rows } = await inEvent((sql) =>
      sql.query("SELECT drifted FROM sync_runs WHERE id = $1", [runId]),
    );
    expect(rows[0].drifted).toBe(1);
  });

  test("does not call missed what no delivery carries (contract 6.9), and tells what it corrected", async () => {
    await run(await connect());
    await inEvent((sql) =>
      sql.query(
        `UPDATE participants SET role = CASE participant_id WHEN 'ptp_harbor_1' THEN NULL ELSE 'juror' END
         WHERE event_id = $1 AND participant_id IN ('ptp_harbor_1', 'ptp_harbor_2')`,
        [EVENT],
      ),
    );
    // A page of the same second as the last one is not newer.
    await passMinutes(1);
    const runId = await requestReconcile();
    await run(runId);
    expect(await drifts(runId)).toMatchObject([
      { cause: "not_told", fields: ["role"] },
      { cause: "missed_delivery", fields: ["role"] },
    ]);
    const { rows } = await inEvent((sql) =>
      sql.query("SELECT drifted, removed FROM sync_runs WHERE id = $1", [runId]),
    );
    expect(rows).toEqual([{ drifted: 1, removed: 0 }]);
  });

  test("removes who is gone, but only after a complete pass", async () => {
    await run(await connect());
    await inEvent((sql) =>
      sql.query(
        `INSERT INTO participants (event_id, participant_id, version_at, updated_at, source, confirmed_at)
         VALUES ($1, 'ptp_gone', now() - interval '1 day', now(), 'sync', now() - interval '1 day')`,
        [EVENT],
      ),
    );
    await sandbox.control("faults", {
      target: "request",
      path: PARTICIPANTS_PATH,
      kind: "status",
      status: 500,
    });
    const runId = await requestReconcile();
    expect((await run(runId)).kind).toBe("waiting");
    expect((await mirror()).map(([id]) => id)).toContain("ptp_gone");
    expect(await runToTheEnd(runId)).toEqual({ kind: "completed" });
    expect((await mirror()).map(([id]) => id)).toContain("ptp_gone");
    expect(await drifts(runId)).toEqual([]);
    const second = await secondReading();
    expect(second).toMatchObject({ waits: true });
    await passMinutes(12);
    expect(await run(second.id)).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(await truth());
    expect(await drifts(second.id)).toEqual([
      { participant_id: "ptp_gone", cause: "removed_there", fields: [] },
    ]);
    expect(await secondReading()).toBeUndefined();
  });

  test.each([
    ["has caught up by then", false],
    ["says the same again: then Revento has forgotten its updated_at", true],
  ])(
    "a page of a copy that lags undoes no delivery; a second reading follows, and %s",
    async (_, staysBehind) => {
      await run(await connect());
      await act("approve", { application_id: "app_harbor_1", silent: true });
      const answer = await sandbox.control(`participants?event_id=${EVENT}`);
      const people = (answer as { data: { id: string; updated_at: string }[] }).data;
      const at = people.findIndex(({ id }) => id === "ptp_harbor_1");
      const told = people[at];
      const approval = {
        snapshot: parseParticipant(told),
        versionAt: told?.updated_at ?? "",
        exact: true,
      };
      await inEvent(async (sql) => {
        const { mirrorParticipants } = await import("@/lib/participants/mirror-participants");
        const origin = { source: "webhook", kind: "application.approved" } as const;
        await mirrorParticipants(sql, EVENT, [approval], origin);
      });
      await passMinutes(1);
      const before = await mirror();
      const set = {
        [`data.${at}.application_status`]: "pending",
        [`data.${at}.updated_at`]: "2026-01-01T00:00:00.000Z",
      };
      const lagging = {
        target: "request",
        path: PARTICIPANTS_PATH,
        kind: "rewrite",
        set,
        times: 1,
      };
      await sandbox.control("faults", lagging);
      const runId = await requestReconcile();
      expect(await run(runId)).toEqual({ kind: "completed" });
      expect(await mirror()).toEqual(before);
      expect(await drifts(runId)).toEqual([]);
      const second = await secondReading();
      if (staysBehind) await sandbox.control("faults", lagging);
      await passMinutes(12);
      expect(await run(second.id)).toEqual({ kind: "completed" });
      const won = { participant_id: "ptp_harbor_1", cause: "read_twice", fields: ["status"] };
      expect(await drifts(second.id)).toEqual(staysBehind ? [won] : []);
      const statusNow = (await mirror()).find(([id]) => id === "ptp_harbor_1")?.[1];
      expect(statusNow).toBe(staysBehind ? "pending" : "approved");
    },
  );

  test("that gets an empty list removes nobody, and is made again a little later", async () => {
    await run(await connect());
    const empty = { target: "request", path: PARTICIPANTS_PATH, kind: "empty", times: 1 };
    await sandbox.control("faults", empty);
    const runId = await requestReconcile();
    expect(await run(runId)).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(await truth());
    expect(await doubtOf(runId)).toBe("fewer_than_counted");
    const second = await secondReading();
    await sandbox.control("faults", empty);
    await passMinutes(12);
    expect(await run(second.id)).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(await truth());
    expect(await secondReading()).toBeUndefined();
  });

  test("4.1 of a list that says that there is more, and not where, keeps what came and removes nothing", async () => {
    await run(await connect());
    const lost = { set: { has_more: true, next_cursor: null }, kind: "rewrite" };
    for (const path of [PARTICIPANTS_PATH, `/api/v1/events/${EVENT}/threads`]) {
      await sandbox.control("faults", { target: "request", path, ...lost });
    }
    await inEvent((sql) =>
      sql.query(
        "UPDATE threads SET mirrored_at = now() - interval '1 day', thread_id = thread_id || '_old'",
      ),
    );
    const runId = await requestReconcile();
    expect(await run(runId)).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(await truth());
    expect(await doubtOf(runId)).toBe("incomplete_list");
    const { rows } = await inEvent((sql) =>
      sql.query("SELECT 1 FROM threads WHERE thread_id LIKE '%_old'"),
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  test("removes a part of the program that two readings lack", async () => {
    await run(await connect());
    await inEvent((sql) =>
      sql.query(
        `INSERT INTO threads (event_id, thread_id, title, version_at, mirrored_at)
         VALUES ($1, 'thr_gone', 'Gone', now() - interval '1 day', now() - interval '1 day')`,
        [EVENT],
      ),
    );
    const gone = async () =>
      (await inEvent((sql) => sql.query("SELECT 1 FROM threads WHERE thread_id = 'thr_gone'")))
        .rowCount;
    await run(await requestReconcile());
    expect(await gone()).toBe(1);
    const second = await secondReading();
    await passMinutes(12);
    expect(await run(second.id)).toEqual({ kind: "completed" });
    expect(await gone()).toBe(0);
  });

  test("leaves a fifth of the hour to people and carries on when the hour allows", async () => {
    await run(await connect());
    const filled = 398 - (await apiCalls()).length;
    await inEvent((sql) =>
      sql.query(
        `INSERT INTO api_calls (event_id, holder, started_at, expires_at, finished_at)
         SELECT $1, 'installation', at, at, at
         FROM generate_series(1, $2) n, LATERAL (SELECT now() - interval '50 minutes' - n * interval '100 ms' AS at) t`,
        [EVENT, filled],
      ),
    );
    const runId = await requestReconcile();
    const outcome = await run(runId);
    expect(outcome).toMatchObject({ kind: "waiting" });
    expect(outcome.kind === "waiting" && outcome.waitMs).toBeGreaterThan(8 * 60_000);
    const { rows } = await inEvent((sql) =>
      sql.query("SELECT count(*)::int FROM api_calls WHERE event_id = $1", [EVENT]),
    );
    expect(rows[0].count).toBe(400);
    expect(await runToTheEnd(runId)).toEqual({ kind: "completed" });
  });

  test("a request while one is under way is content with that one", async () => {
    const runId = await connect();
    expect(await requestReconcile()).toBe(runId);
  });
});
