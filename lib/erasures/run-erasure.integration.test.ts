import { randomUUID } from "node:crypto";
import { compactVerify, createLocalJWKSet } from "jose";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { storeConnection } from "@/lib/connections/store-connection";
import { withEventSql } from "@/lib/db";
import { openJobs, QUEUE } from "@/lib/jobs";
import { forgetEvent } from "@/testing/connected-event";
import { beginErasureOf, endConnectionOf } from "@/testing/ends";
import { plantConnection } from "@/testing/plant-connection";
import { plantRows, tablesThatSay } from "@/testing/planted-rows";

import { beginDueErasures } from "./begin-due-erasures";
import { carryOutErasures } from "./carry-out-erasures";
import { certificateKeys } from "./certificate-keys";
import { eraseBatch } from "./erase-batch";
import { finishErasure } from "./finish-erasure";
import { getCertificate } from "./get-certificate";
import { previewErasure } from "./preview-erasure";
import { runErasure } from "./run-erasure";

const EVENT = "evt_gone";
const OTHER = "evt_stays";
const never = new AbortController().signal;
let admin: pg.Client;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: process.env.TEST_ADMIN_DATABASE_URL });
  await admin.connect();
});
afterAll(() => admin?.end());
beforeEach(async () => {
  for (const eventId of [EVENT, OTHER]) {
    await admin.query("DELETE FROM deliveries WHERE event_id = $1", [eventId]);
    await admin.query("DELETE FROM connect_attempts WHERE event_id = $1", [eventId]);
    await forgetEvent(eventId);
    await plantConnection({ eventId });
  }
});

const begin = (begunBy: "plan" | "operator" = "operator") => beginErasureOf(EVENT, begunBy);

async function end(cause: "data.deletion_required" | "invalid_grant" = "data.deletion_required") {
  await endConnectionOf(EVENT, { cause });
}

async function plantParticipants(eventId: string, count: number): Promise<void> {
  await withEventSql(eventId, (sql) =>
    sql.query(
      `INSERT INTO participants (event_id, participant_id, name, status, version_at, updated_at, source, confirmed_at)
       SELECT $1, 'ptp_' || n, 'Somebody ' || n, 'approved', now(), now(), 'sync', now()
       FROM generate_series(1, $2) n`,
      [eventId, count],
    ),
  );
}

async function erasure() {
  const { rows } = await admin.query(
    `SELECT id, state, scope, counts, begun_by, certificate FROM erasures
     WHERE event_id = $1 ORDER BY opened_at DESC LIMIT 1`,
    [EVENT],
  );
  return rows[0];
}
async function connection() {
  const { rows } = await admin.query("SELECT state FROM connections WHERE event_id = $1", [EVENT]);
  return rows[0]?.state;
}

async function reconnect(): Promise<void> {
  const later = (seconds: number) => new Date(Date.now() + seconds * 1_000);
  const installation = {
    accessToken: "rev_install_new",
    refreshToken: "rev_refresh_new",
    isBearer: true,
    accessExpiresAt: later(3_600),
    refreshExpiresAt: later(7_776_000),
    organizationId: "org_a",
    userId: undefined,
    eventId: EVENT,
    scopes: ["event.read"],
    issuedAt: new Date(),
  };
  const browser = { sessionHash: randomUUID(), oldSessionHash: null };
  await storeConnection(EVENT, installation, browser);
}

test("everything of an event goes from every table, exactly as the preview said, and of no other event", async () => {
  await end();
  await plantRows(admin, EVENT, "wordofgone");
  await plantRows(admin, OTHER, "wordofstays");
  await admin.query("ANALYZE");
  expect(await tablesThatSay(admin, "wordofgone")).toHaveProperty("pg_catalog.pg_statistic");
  const others = await tablesThatSay(admin, "wordofstays");
  await begin();
  const preview = await withEventSql(EVENT, (sql) => previewErasure(sql, EVENT, "all"));
  expect(await runErasure(EVENT, never)).toBe(true);

  expect(await tablesThatSay(admin, "wordofgone")).toEqual({});
  expect(await tablesThatSay(admin, "wordofstays")).toEqual({
    ...others,
    "pg_catalog.pg_statistic": expect.any(Number),
  });
  expect(await connection()).toBeUndefined();
  const { id, state } = await erasure();
  const certificate = await getCertificate(id);
  expect(state).toBe("completed");
  // Telling how far it is leaves notices of its own.
  const notices = { "notes for open pages": expect.any(Number) };
  expect(certificate.erased).toEqual({ ...preview.counts, ...notices });
  expect(Object.keys(certificate.remaining)).toEqual(
    expect.arrayContaining(Object.keys(preview.counts)),
  );
  expect(Object.values(certificate.remaining).every((count) => count === 0)).toBe(true);
});

test("the only event there is leaves no sample of its values behind either", async () => {
  await end();
  await plantRows(admin, EVENT, "wordofgone");
  await admin.query("ANALYZE");
  await begin();
  await runErasure(EVENT, never);
  expect(await tablesThatSay(admin, "wordofgone")).toEqual({});
});

test("what operators did stays without their words", async () => {
  await end();
  await plantRows(admin, EVENT, "wordofgone");
  await begin();
  await runErasure(EVENT, never);
  const { rows } = await admin.query(
    "SELECT reason, detail FROM operator_actions WHERE event_id = $1",
    [EVENT],
  );
  expect(rows).toEqual([{ reason: "", detail: {} }]);
});

test("the certificate is signed by the published key, and another key does not open it", async () => {
  await end();
  await begin();
  await runErasure(EVENT, never);
  const { certificate } = await erasure();
  const { payload } = await compactVerify(certificate, createLocalJWKSet(certificateKeys()));
  expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({
    event: EVENT,
    organization: "org_a",
    scope: "all",
    rule: "required",
    cause: "data.deletion_required",
  });
  const stranger = { keys: certificateKeys().keys.map((key) => ({ ...key, x: "A".repeat(43) })) };
  await expect(compactVerify(certificate, createLocalJWKSet(stranger))).rejects.toThrow();
});

test("an erasure begins by plan when its time has come, or three days before its deadline, not before", async () => {
  await end();
  expect(await begin("plan")).toBe(false);
  await beginDueErasures();
  expect(await connection()).toBe("revoked");
  await admin.query(
    "UPDATE erasures SET due_at = now() + interval '71 hours' WHERE event_id = $1",
    [EVENT],
  );
  await beginDueErasures();
  expect([await connection(), (await erasure()).begun_by]).toEqual(["erasing", "plan"]);
});

test("a connection that lives is not erased, whoever asks", async () => {
  await admin.query(
    `INSERT INTO erasures (event_id, id, organization_id, scope, state, rule, cause, ended_at, planned_at, due_at)
     VALUES ($1, gen_random_uuid(), 'org_a', 'all', 'open', 'required', 'x', now(), now(), now())`,
    [EVENT],
  );
  expect(await begin()).toBe(false);
  expect(await connection()).toBe("active");
});

test("nobody connects an event while it is being erased", async () => {
  await end();
  await begin();
  await expect(reconnect()).rejects.toThrow("being_erased");
});

test("a delivery that arrives late is found when everything is counted again", async () => {
  await end();
  await begin();
  while ((await eraseBatch(EVENT, false)).step === "more");
  await plantRows(admin, EVENT, "wordofgone");
  expect(await finishErasure(EVENT)).toBe("again");
  expect(await connection()).toBe("erasing");
  expect(await runErasure(EVENT, never)).toBe(true);
  expect(await tablesThatSay(admin, "wordofgone")).toEqual({});
});

test("several workers at once count each row once", { timeout: 60_000 }, async () => {
  await end();
  await plantParticipants(EVENT, 12_000);
  await begin();
  await Promise.all([1, 2, 3].map(() => carryOutErasures(never)));
  for (let round = 0; (await erasure()).state === "running" && round < 50; round += 1) {
    await carryOutErasures(never);
  }
  expect(await erasure()).toMatchObject({ state: "completed", counts: { participants: 12_000 } });
});

test("connecting again empties the mirror, leaves what is the team's, and asks for a new sync", async () => {
  await end();
  await plantRows(admin, EVENT, "wordofgone");
  await reconnect();
  expect(await connection()).toBe("preparing");
  const preview = await withEventSql(EVENT, (sql) => previewErasure(sql, EVENT, "mirror"));
  expect(await runErasure(EVENT, never)).toBe(true);
  expect(await connection()).toBe("active");
  const said = Object.keys(await tablesThatSay(admin, "wordofgone"));
  expect(said.filter((table) => table.startsWith("public.")).sort()).toEqual(
    [
      "api_calls",
      "application_labels",
      "application_notes",
      "application_reviews",
      "assignments",
      "audit_entries",
      "connect_attempts",
      "exports",
      "glass_breaks",
      "grants",
      "handoffs",
      "invitations",
      "labels",
      "list_layouts",
      "member_sessions",
      "members",
      "operator_actions",
      "portal_sessions",
      "presences",
      "ratings",
      "review_settings",
      "reviewer_names",
      "role_levels",
      "saved_views",
      "spent_sign_ins",
      "starred_activities",
      "tokens",
    ].map((table) => `public.${table}`),
  );
  const { id } = await erasure();
  const certificate = await getCertificate(id);
  expect(certificate).toMatchObject({ scope: "mirror", erased: preview.counts });
  const runs = await admin.query("SELECT kind, state FROM sync_runs WHERE event_id = $1", [EVENT]);
  expect(runs.rows).toEqual([{ kind: "sync", state: "queued" }]);
});

test("what ends something is heeded before its delivery goes with the mirror", async () => {
  await end();
  await admin.query(
    `INSERT INTO deliveries (event_id, delivery_id, signature, type, envelope_id, occurred_at, body)
     SELECT $1, gen_random_uuid(), type::bytea, type, 'evl_1', now(), 'x'
     FROM unnest(ARRAY['user.revoked_access', 'participant.registered']) type`,
    [EVENT],
  );
  await reconnect();
  await runErasure(EVENT, never);
  const { rows } = await admin.query("SELECT type FROM deliveries WHERE event_id = $1", [EVENT]);
  expect(rows).toEqual([{ type: "user.revoked_access" }]);
});

test("an end half-way turns the erasure of a mirror into one of everything, by its own plan", async () => {
  await end();
  await plantParticipants(EVENT, 2_500);
  await reconnect();
  expect((await eraseBatch(EVENT, true)).step).toBe("more");
  await end();
  expect(await erasure()).toMatchObject({ scope: "all", state: "open" });
  expect(await runErasure(EVENT, never)).toBe(false);
  const left = await admin.query("SELECT 1 FROM participants WHERE event_id = $1", [EVENT]);
  expect(left.rowCount).toBe(1_500);
  await begin();
  await runErasure(EVENT, never);
  expect(await erasure()).toMatchObject({ state: "completed", counts: { participants: 2_500 } });
});

test("jobs that name the event go, queued or finished, and others stay", async () => {
  const jobs = await openJobs();
  try {
    for (const [at, eventId] of [EVENT, OTHER].entries()) {
      const options = { singletonKey: eventId, priority: 1_000 + at };
      await jobs.send(QUEUE.syncRun, { eventId, runId: randomUUID() }, options);
      const [first] = await jobs.fetch(QUEUE.syncRun);
      await jobs.complete(QUEUE.syncRun, first?.id ?? "");
      await jobs.send(QUEUE.syncRun, { eventId, runId: randomUUID() }, options);
    }
    await end();
    await begin();
    await runErasure(EVENT, never);
    const left = (eventId: string) => jobs.findJobs(QUEUE.syncRun, { data: { eventId } });
    expect([(await left(EVENT)).length, (await left(OTHER)).length]).toEqual([0, 2]);
  } finally {
    await jobs.stop({ graceful: false });
  }
});

test("a worker that stops leaves after the batch at hand", async () => {
  await end();
  await plantParticipants(EVENT, 3_000);
  await begin();
  expect(await runErasure(EVENT, AbortSignal.abort())).toBe(false);
  expect((await erasure()).counts).toEqual({});
});

test("a delivery that comes in between the last two counts goes as well", async () => {
  await end();
  await begin();
  await admin.query(`CREATE FUNCTION deliver() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
    INSERT INTO deliveries (event_id, delivery_id, signature, type, envelope_id, occurred_at, body)
    VALUES ('${EVENT}', gen_random_uuid(), 'late', 'participant.registered', 'evl_late', now(), 'late');
    RETURN NULL; END $$`);
  await admin.query(
    "CREATE TRIGGER late AFTER DELETE ON change_heads FOR EACH ROW EXECUTE FUNCTION deliver()",
  );
  try {
    expect(await eraseBatch(EVENT, false)).toMatchObject({ step: "more" });
    expect(await finishErasure(EVENT)).toBe("again");
    expect(await erasure()).toMatchObject({ state: "running", certificate: null });
    expect(await connection()).toBe("erasing");
  } finally {
    await admin.query("DROP FUNCTION deliver CASCADE");
  }
  expect(await runErasure(EVENT, never)).toBe(true);
});
