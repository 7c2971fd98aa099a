import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { GET as health } from "@/app/api/health/route";
import { beatHeart, stopHeart } from "@/lib/beat-heart";
import { withEventSql, withSystemSql } from "@/lib/db";
import { erasureAlarms } from "@/lib/erasures/erasure-alarms";
import { forgetEvent } from "@/testing/connected-event";
import { plantInstallation, tell } from "@/testing/console-world";

const worker = randomUUID();
beforeEach(() => beatHeart(worker));
afterEach(async () => {
  await stopHeart(worker);
  await withEventSql("evt_late", (sql) => sql.query("DELETE FROM erasures"));
});

async function answer() {
  const response = await health(new Request("http://foyer.test/api/health"));
  return { status: response.status, body: await response.json() };
}

/** An erasure that was opened 20 days ago, by what is left of its time. */
async function plantErasure(state: string, { dueIn, plannedIn }: Record<string, string>) {
  await withEventSql("evt_late", async (sql) => {
    await sql.query("DELETE FROM erasures");
    await sql.query(
      `INSERT INTO erasures (event_id, id, organization_id, scope, state, rule, cause, ended_at,
         planned_at, due_at, started_at)
       VALUES ('evt_late', $1, 'org_a', 'all', $2, 'required', 'data.deletion_required',
         now() - interval '20 days', now() + $3::interval, now() + $4::interval,
         CASE WHEN $2 = 'running' THEN now() + $3::interval END)`,
      [randomUUID(), state, plannedIn, dueIn],
    );
  });
}

test("health is green when nothing is late", async () => {
  await plantErasure("open", { plannedIn: "1 minute", dueIn: "10 days" });
  expect(await answer()).toEqual({ status: 200, body: { status: "green", reasons: [] } });
});

test.each(["open", "running"])(
  "an erasure that is %s and late by its plan turns health yellow",
  async (state) => {
    await plantErasure(state, { plannedIn: "-2 hours", dueIn: "10 days" });
    const { status, body } = await answer();
    expect([status, body.status]).toEqual([200, "yellow"]);
    expect(body.reasons).toMatchObject([{ level: "yellow", code: "erasure_late", count: 1 }]);
  },
);

test.each([
  ["open", "47 hours"],
  ["open", "-1 minute"],
  ["running", "47 hours"],
  ["running", "-10 days"],
])(
  "an erasure that is %s and due in %s turns health red, and its event is not told",
  async (state, dueIn) => {
    await plantErasure(state, { plannedIn: "-1 minute", dueIn });
    const { status, body } = await answer();
    expect([status, body.status]).toEqual([503, "red"]);
    expect(body.reasons).toHaveLength(1);
    expect(JSON.stringify(body)).not.toContain("evt_late");
    expect(await erasureAlarms()).toMatchObject([{ level: "red", eventId: "evt_late" }]);
  },
);

test.each(["completed", "withdrawn"])("an erasure that is %s alarms nobody", async (state) => {
  await plantErasure(state, { plannedIn: "-3 days", dueIn: "-1 day" });
  expect((await answer()).body.status).toBe("green");
});

test("without a living worker nothing is processed: health is red", async () => {
  await stopHeart(worker);
  expect(await answer()).toEqual({
    status: 503,
    body: {
      status: "red",
      reasons: [{ level: "red", code: "no_worker", count: 1, since: null }],
    },
  });
});

test.each(["pending", "dead"])(
  "Revento's request to delete that stays %s turns health yellow, then red before its deadline",
  async (state) => {
    const eventId = await plantInstallation();
    const [told] = await tell({ type: "data.deletion_required", data: {}, event: eventId });
    const age = (days: number) =>
      withSystemSql((sql) =>
        sql.query(
          `UPDATE deliveries SET state = $2, occurred_at = now() - make_interval(days => $3),
             received_at = now() - make_interval(days => $3) WHERE delivery_id = $1`,
          [told?.deliveryId, state, days],
        ),
      );
    expect((await answer()).body.status).toBe("green");
    await age(1);
    expect((await answer()).body.status).toBe("yellow");
    await age(29);
    expect(await answer()).toMatchObject({ status: 503, body: { status: "red" } });
    await forgetEvent(eventId);
    expect((await answer()).body.status).toBe("green");
  },
);
