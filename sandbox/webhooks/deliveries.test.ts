import { createHmac, randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MANIFEST } from "../manifest";
import { openRevento, type Revento, WEBHOOK_SECRET } from "../testing/open-revento";
import type { Received } from "../testing/webhook-inbox";

const HARBOR = { event_id: "evt_harbor" };
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const MINUTE_MS = 60_000;

type Delivery = { id: string; state: string; type: string; attempts: { status: number | null }[] };

let revento: Revento;
beforeEach(async () => {
  revento = await openRevento();
  await revento.freeze();
  await revento.connect("evt_harbor");
  await revento.settle();
  revento.inbox.received.length = 0;
});
afterEach(() => revento.close());

async function lastDelivery(): Promise<Delivery> {
  const { data } = await revento.control<{ data: Delivery[] }>("GET", "deliveries");
  const last = data.at(-1);
  if (!last) throw new Error("nothing was delivered");
  return last;
}

async function arrivalOf(action: string, input: Record<string, unknown>): Promise<Received> {
  await revento.act(action, input);
  await revento.settle();
  const last = revento.inbox.received.at(-1);
  if (!last) throw new Error(`${action} was not delivered`);
  return last;
}

function isSignedWith(secret: string, { headers, body }: Received): boolean {
  const text = `${headers["x-revento-timestamp"]}.${body}`;
  const expected = createHmac("sha256", secret).update(text).digest("hex");
  return headers["x-revento-signature"] === `sha256=${expected}`;
}

describe("one delivery", () => {
  test("6.1 and 6.2 it is a POST of JSON with type, id, timestamp and signature", async () => {
    const arrived = await arrivalOf("approve", { application_id: "app_harbor_1" });
    expect(arrived.headers).toMatchObject({
      "content-type": "application/json",
      "x-revento-event": "application.approved",
      "x-revento-delivery-id": expect.stringMatching(UUID_V4),
      "x-revento-timestamp": expect.stringMatching(/^\d{10}$/),
    });
    expect(isSignedWith(WEBHOOK_SECRET, arrived)).toBe(true);
    expect(isSignedWith("another-secret", arrived)).toBe(false);
    const age = Date.now() / 1000 - Number(arrived.headers["x-revento-timestamp"]);
    expect(Math.abs(age)).toBeLessThan(5);
  });

  test("6.2 after a rotation the new secret signs", async () => {
    await revento.act("rotate_webhook_secret", { secret: "the-next-webhook-secret" });
    const arrived = await arrivalOf("approve", { application_id: "app_harbor_1" });
    expect(isSignedWith("the-next-webhook-secret", arrived)).toBe(true);
  });

  test("6.3 the envelope has its six fields; both ids are null for the integration's own", async () => {
    const arrived = await arrivalOf("approve", { application_id: "app_harbor_1" });
    expect(arrived.envelope).toEqual({
      id: expect.any(String),
      type: "application.approved",
      occurred_at: expect.stringMatching(/Z$/),
      event_id: "evt_harbor",
      organization_id: "org_lumen",
      data: expect.any(Object),
    });
    const suspended = await arrivalOf("suspend_integration", { reason: "abuse" });
    expect(suspended.envelope).toMatchObject({
      type: "integration.suspended",
      event_id: null,
      organization_id: null,
      data: { reason: "abuse" },
    });
  });

  test("6.4 and 6.9 an application's snapshot is whole and names its own time and actor", async () => {
    const reviews = [
      ["approve", "approved_at", "approver_id"],
      ["reject", "rejected_at", "rejecter_id"],
      ["request_revision", "revision_requested_at", "revision_requester_id"],
    ] as const;
    for (const [action, time, actor] of reviews) {
      const arrived = await arrivalOf(action, { application_id: "app_harbor_1" });
      const { data, occurred_at: occurredAt } = arrived.envelope;
      expect(data).toMatchObject({
        id: "app_harbor_1",
        participant_id: "ptp_harbor_1",
        user_id: "usr_p_harbor_1",
        custom_form_fields: expect.any(Object),
        submitted_at: expect.any(String),
        [time]: occurredAt,
        [actor]: "usr_ana",
        display_name: expect.any(String),
        email: expect.any(String),
      });
    }
  });

  test("6.5 what happens to one application within a millisecond still has an order", async () => {
    const times: unknown[] = [];
    for (const action of ["approve", "reject", "approve", "reject"]) {
      times.push(
        (await arrivalOf(action, { application_id: "app_harbor_1" })).envelope.occurred_at,
      );
    }
    expect([...times].sort()).toEqual(times);
    expect(new Set(times).size).toBe(4);
  });
});

describe("what is told", () => {
  test("6.7 every declared type goes out when it happens", async () => {
    await revento.signIn("evt_harbor", "usr_p_harbor_2");
    await revento.act("apply", { ...HARBOR, user_id: "usr_newcomer" });
    await revento.act("approve", { application_id: "app_harbor_1" });
    await revento.act("reject", { application_id: "app_harbor_2" });
    await revento.act("request_revision", { application_id: "app_harbor_3" });
    await revento.act("register", HARBOR);
    await revento.act("update_profile", { participant_id: "ptp_harbor_4", display_name: "Š 🦊" });
    await revento.act("update_activity", { activity_id: "act_harbor_1_1_1", title: "Moved" });
    await revento.act("sign_up", { activity_id: "act_harbor_1_1_1", count: 500 });
    await revento.act("unpublish", HARBOR);
    await revento.act("publish", HARBOR);
    await revento.act("update_event", { ...HARBOR, title: "Harbor 2027" });
    await revento.act("revoke_user_access", { ...HARBOR, user_id: "usr_p_harbor_2" });
    await revento.act("revoke_connection", HARBOR);
    await revento.connect("evt_harbor");
    await revento.act("suspend_integration");
    await revento.settle();
    expect([...new Set(revento.inbox.types())].sort()).toEqual(
      [...MANIFEST.declaredWebhookEventTypes].sort(),
    );
  });

  test("6.7 a type nobody has heard of can be sent as well", async () => {
    const emitted = { ...HARBOR, type: "badge.printed", data: { badge: 7 } };
    const arrived = await arrivalOf("emit", emitted);
    expect(arrived.envelope).toMatchObject({ type: "badge.printed", data: { badge: 7 } });
  });

  test("6.8 a cancellation is told to nobody: only the next fetch shows it", async () => {
    const { access_token: token } = await revento.connect("evt_harbor");
    await revento.settle();
    revento.inbox.received.length = 0;
    await revento.act("cancel", { application_id: "app_harbor_1" });
    await revento.settle();
    expect(revento.inbox.received).toEqual([]);
    const { body } = await revento.api(token, "/events/evt_harbor/participants?limit=1");
    expect(body.data).toMatchObject([{ application_status: "cancelled" }]);
  });

  test("6.10 an event that is not connected tells nothing", async () => {
    await revento.act("approve", { application_id: "app_summit_1" });
    await revento.settle();
    expect(revento.inbox.received).toEqual([]);
  });
});

describe("delivering at least once", () => {
  test("6.6 a failure is retried on the curve under its own id, stamped and signed anew", async () => {
    revento.inbox.answers.push(500, 0, 302);
    await arrivalOf("approve", { application_id: "app_harbor_1" });
    for (const minutes of [1, 5, 30]) {
      await revento.advance(minutes * MINUTE_MS - 2_000);
      const before = revento.inbox.received.length;
      await revento.settle();
      expect(revento.inbox.received.length).toBe(before);
      await revento.advance(4_000);
      await expect.poll(() => revento.inbox.received.length).toBe(before + 1);
      await revento.settle();
    }
    const { received } = revento.inbox;
    expect(new Set(received.map(({ headers }) => headers["x-revento-delivery-id"])).size).toBe(1);
    const stamps = received.map(({ headers }) => Number(headers["x-revento-timestamp"]));
    expect((stamps[3] ?? 0) - (stamps[0] ?? 0)).toBeGreaterThan(35 * 60);
    expect(received.every((one) => isSignedWith(WEBHOOK_SECRET, one))).toBe(true);
    expect(await lastDelivery()).toMatchObject({ state: "delivered" });
  });

  test("6.6 after the last retry it is dead, and the console can send it again under its id", async () => {
    revento.inbox.answers.push(...Array.from({ length: 7 }, () => 503));
    await arrivalOf("approve", { application_id: "app_harbor_1" });
    for (const hours of [1, 1, 1, 3, 7, 25]) {
      await revento.advance(hours * 60 * MINUTE_MS);
      await expect.poll(async () => (await revento.settle()).settled).toBe(true);
    }
    const dead = await lastDelivery();
    expect([dead.state, dead.attempts.length]).toEqual(["dead", 7]);
    await revento.control("POST", `deliveries/${dead.id}/redeliver`, {});
    await revento.settle();
    expect(revento.inbox.received.at(-1)?.headers["x-revento-delivery-id"]).toBe(dead.id);
    expect((await lastDelivery()).state).toBe("delivered");
  });

  test("6.6 a 410 ends the retries", async () => {
    revento.inbox.answers.push(410);
    await arrivalOf("approve", { application_id: "app_harbor_1" });
    expect((await lastDelivery()).state).toBe("dead");
  });

  test("6.5 and 1.7 while the endpoint is down nothing is lost", async () => {
    revento.inbox.answers.push(0, 0, 0);
    for (const number of [1, 2, 3]) {
      await revento.act("approve", { application_id: `app_harbor_${number}` });
    }
    await revento.settle();
    await revento.advance(MINUTE_MS + 1_000);
    await expect.poll(() => revento.inbox.received.length).toBe(6);
    await revento.settle();
    const { data } = await revento.control<{ data: Delivery[] }>("GET", "deliveries");
    expect(data.every(({ state }) => state === "delivered")).toBe(true);
  });

  test("an id nobody knows cannot be redelivered", async () => {
    const path = `deliveries/${randomUUID()}/redeliver`;
    await expect(revento.control("POST", path, {})).rejects.toThrow(/not_found/);
  });
});
