import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openRevento, type Revento } from "../testing/open-revento";
import { Visitor } from "../testing/visitor";

const HOUR_MS = 3_600_000;

let revento: Revento;
beforeAll(async () => {
  revento = await openRevento();
});
beforeEach(async () => {
  await revento.control("POST", "reset", {});
  revento.inbox.received.length = 0;
  revento.inbox.answers.length = 0;
});
afterAll(() => revento.close());

const visitor = () => new Visitor(revento.url());

describe("the developer looks after deliveries", () => {
  test("6.6 a dead letter is found by its state, read, and redelivered under its own id", async () => {
    await revento.connect("evt_harbor");
    await revento.settle();
    revento.inbox.answers.push(410);
    await revento.act("approve", { application_id: "app_harbor_2" });
    await revento.settle();
    const developer = await visitor().open("/developer/deliveries?state=dead");
    expect(developer.text).toContain("Dead letters 1");
    expect(developer.text).toMatch(/evt_harbor Dead letter .* 410 Redeliver/);
    const id = /\/developer\/deliveries\/([\w-]{36})"/.exec(developer.html)?.[1] ?? "";
    await developer.press("Redeliver", { within: "410" });
    expect(developer.path).toBe("/developer/deliveries?state=dead");
    await revento.settle();
    const sent = revento.inbox.received.filter(
      ({ headers }) => headers["x-revento-delivery-id"] === id,
    );
    expect(sent).toHaveLength(2);
    await developer.open(`/developer/deliveries/${id}`);
    expect(developer.text).toContain("Delivered");
    expect(developer.text).toMatch(/1 .* 410 .* 2 .* 200/);
    expect(developer.text).toContain(`X-Revento-Delivery-Id: ${id}`);
    expect(developer.text).toContain('"id": "app_harbor_2"');
  });

  test("a delivery nobody made is not found", async () => {
    expect((await visitor().open("/developer/deliveries/none")).status).toBe(404);
  });
});

describe("the developer and the integration", () => {
  test("7.4 Unpublish ends every connection, Publish brings none back", async () => {
    const tokens = await revento.connect("evt_harbor");
    const developer = await visitor().open("/developer");
    await developer.press("Unpublish");
    expect(developer.text).toContain("Lumen Conventions Revoked");
    const answer = await revento.api(tokens.access_token, "/events/evt_harbor");
    expect(answer.body.error).toBe("token_revoked");
    await developer.press("Publish");
    expect(developer.text).toContain("Lumen Conventions Revoked");
  });

  test("7.6 Suspend kills all tokens and says why, Reinstate ends it", async () => {
    await revento.connect("evt_harbor");
    const developer = await visitor().open("/developer");
    await developer.press("Suspend", { fill: { reason: "Too many 429s" } });
    expect(developer.text).toContain("Suspended Too many 429s");
    await revento.settle();
    expect(revento.inbox.types()).toContain("integration.suspended");
    await developer.press("Reinstate");
    expect(developer.text).toContain("In good standing");
  });

  test("2.9 the console never shows a secret", async () => {
    const { html } = await visitor().open("/developer");
    expect(html).not.toContain("client-secret-of-the-tests");
    expect(html).not.toContain("webhook-secret-of-the-tests");
  });
});

describe("the developer and time", () => {
  test("an hour passes at once, and faults are cleared", async () => {
    const before = await revento.control<{ now_ms: number }>("GET", "clock");
    await revento.control("POST", "faults", { target: "delivery", kind: "drop", times: 2 });
    const developer = await visitor().open("/developer/clock");
    await developer.press("Advance 1 hour");
    const after = await revento.control<{ now_ms: number }>("GET", "clock");
    expect(after.now_ms - before.now_ms).toBeGreaterThanOrEqual(HOUR_MS);
    expect(developer.text).toContain("drop, deliveries of any type, 2 times");
    await developer.press("Clear faults");
    expect(developer.text).toContain("None are armed.");
    await developer.press("Set speed", { fill: { speed: "60" } });
    expect(await revento.control("GET", "clock")).toMatchObject({ speed: 60 });
    await developer.press("Back to real time");
    expect(await revento.control("GET", "clock")).toMatchObject({ speed: 1 });
  });
});
