import { afterEach, beforeEach, expect, test } from "vitest";
import { openWebhookInbox, type WebhookInbox } from "../testing/webhook-inbox";
import { postDelivery } from "./post-delivery";

let inbox: WebhookInbox;
beforeEach(async () => {
  inbox = await openWebhookInbox();
});
afterEach(() => inbox.close());

const attempt = (more: { url: string; timeoutMs?: number; signal?: AbortSignal }) =>
  postDelivery({
    id: crypto.randomUUID(),
    type: "application.approved",
    body: "{}",
    secret: "webhook-secret",
    sentAt: Date.now(),
    signal: new AbortController().signal,
    ...more,
  });

test("6.5 an endpoint that does not answer in time has failed", async () => {
  inbox.answers.push(-1);
  const outcome = await attempt({ url: inbox.url, timeoutMs: 50 });
  expect(outcome).toMatchObject({ status: null, error: "No answer in time" });
  expect(outcome.durationMs).toBeGreaterThanOrEqual(45);
});

test("an endpoint nobody listens on is a failure in words, not an exception", async () => {
  const { url } = inbox;
  await inbox.close();
  expect(await attempt({ url })).toMatchObject({
    status: null,
    error: expect.stringContaining("ECONNREFUSED"),
  });
});

test("a redirect is an answer of its own and is not followed", async () => {
  inbox.answers.push(307);
  expect((await attempt({ url: inbox.url })).status).toBe(307);
  expect(inbox.received).toHaveLength(1);
});
