import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { passTime } from "@/testing/connected-event";
import { deliverFromSandbox } from "@/testing/deliver-from-sandbox";
import { sizeOf } from "@/testing/long-form";
import { syncWorld } from "@/testing/sync-world";
import { startTestSandbox } from "@/testing/test-sandbox";

const EVENT = "evt_harbor";
const API = `/api/v1/events/${EVENT}`;
const PEOPLE = `${API}/participants`;
const sandbox = await startTestSandbox();
const { act, connect, inEvent, mirror, requestReconcile, reset, runToTheEnd, truth } =
  await syncWorld(sandbox, EVENT);

afterAll(() => sandbox.close());

const rewrite = (path: string, set: object, unset: string[] = []) => ({
  kind: "rewrite",
  path,
  set,
  unset,
});
const refusal = (status: number, error: string, headers = {}) => ({
  kind: "status",
  path: PEOPLE,
  status,
  error,
  headers,
});

/** The faults that other integrations have met, as the local Revento makes them. */
const FAULTS: Record<string, { path: string; kind: string }> = {
  "an empty list": { kind: "empty", path: PEOPLE },
  "an empty program": { kind: "empty", path: `${API}/activities` },
  "a list that ends without an end": rewrite(PEOPLE, { has_more: true, next_cursor: null }),
  "an empty cursor": rewrite(PEOPLE, { has_more: false, next_cursor: "" }),
  "a form as a list": rewrite(PEOPLE, { "data.0.custom_form_fields": [] }),
  "a row without an id": rewrite(PEOPLE, { "data.3.id": null }),
  "a moment that is none": rewrite(PEOPLE, { "data.4.submitted_at": "soon" }),
  "an activity without a title": rewrite(`${API}/activities`, {}, ["data.0.title"]),
  "a page of a copy that lags": rewrite(PEOPLE, {
    "data.0.application_status": "pending",
    "data.0.updated_at": "2026-01-01T00:00:00Z",
  }),
  "the status under its other name": rewrite(PEOPLE, { "data.5.status": "approved" }, [
    "data.5.application_status",
  ]),
  "a token that is not known yet": refusal(401, "invalid_token"),
  "a token that is not known for the event": refusal(403, "event_not_authorized"),
  "a wait of a day": refusal(429, "rate_limit_exceeded", { "retry-after": "86400" }),
  "too many at once": refusal(429, "concurrent_limit_exceeded"),
  "an answer that is cut off": { kind: "cut", path: PEOPLE },
  "an answer that is none": { kind: "malformed", path: PEOPLE },
  "an outage": { kind: "status", path: PEOPLE },
};

/** What tells of a change; of a cancellation nothing does (contract 6.8). */
const TOLD = { approve: "application.approved", reject: "application.rejected", cancel: "" };

const rounds = fc.array(
  fc.record({
    faults: fc.uniqueArray(fc.constantFrom(...Object.keys(FAULTS)), { minLength: 1, maxLength: 4 }),
    change: fc.constantFrom(...(Object.keys(TOLD) as (keyof typeof TOLD)[])),
    person: fc.integer({ min: 1, max: 6 }),
    isTold: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);

async function passMinutes(minutes: number): Promise<void> {
  await passTime(sandbox, EVENT, minutes * 60_000);
  const columns = ["missing_since", "stale_since"];
  const back = columns.map((column) => `${column} = ${column} - $1 * interval '1 minute'`);
  await inEvent((sql) => sql.query(`UPDATE participants SET ${back.join(", ")}`, [minutes]));
}

async function arm(names: readonly string[]): Promise<void> {
  for (const name of names) {
    await sandbox.control("faults", { target: "request", times: 1, ...FAULTS[name] });
  }
}

async function standing() {
  const { rows } = await inEvent((sql) =>
    sql.query(
      `SELECT c.state, (SELECT count(*)::int FROM tokens t WHERE t.event_id = c.event_id) AS tokens,
         (SELECT count(*)::int FROM erasures e WHERE e.event_id = c.event_id) AS erasures
       FROM connections c WHERE c.event_id = $1`,
      [EVENT],
    ),
  );
  return rows[0];
}

test("whatever a late, odd and unclear platform answers, nobody is lost, no connection ends, and in the end all is as Revento has it", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (history) => {
      await reset();
      const firstId = await connect();
      await arm(history[0]?.faults ?? []);
      await runToTheEnd(firstId);
      const known = new Set((await mirror()).map(([id]) => id));
      for (const { faults, change, person, isTold } of history) {
        const told = { application_id: `app_harbor_${person}`, silent: !isTold };
        await act(change, told).catch(() => {});
        if (isTold) await deliverFromSandbox(sandbox, EVENT, TOLD[change]).catch(() => {});
        await arm(faults);
        await runToTheEnd(await requestReconcile());
        expect(await standing()).toEqual({ state: "active", tokens: 1, erasures: 0 });
        const there = new Set((await mirror()).map(([id]) => id));
        expect([...known].filter((id) => !there.has(id))).toEqual([]);
        for (const id of there) known.add(id);
      }
      // The platform has caught up.
      await fetch(`${sandbox.url}/_control/faults`, { method: "DELETE" });
      for (let reading = 0; reading < 2; reading += 1) {
        await passMinutes(12);
        await runToTheEnd(await requestReconcile());
      }
      expect(await mirror()).toEqual(await truth());
      expect(await standing()).toEqual({ state: "active", tokens: 1, erasures: 0 });
    }),
    { numRuns: sizeOf(8, 60) },
  );
});
