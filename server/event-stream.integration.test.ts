import { once } from "node:events";
import { createServer, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { EventStream } from "./event-stream";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A stream whose page has stopped reading, with as much in it as the kernel takes and a little more. */
async function openUnread(mostBehindMs: number) {
  const server = createServer();
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const asking = request({ port, agent: false });
  asking.on("error", () => {}).end();
  const [, response] = (await once(server, "request")) as [unknown, ServerResponse];
  const stream = new EventStream(response, mostBehindMs);
  const [page] = await once(asking, "response");
  page.on("error", () => {}).pause();
  const channel = stream.addChannel("events/evt_a", null);
  const ids = ["x".repeat(50_000)];
  for (let seq = 1; response.writableLength === 0 || seq < 20; seq += 1) {
    channel.sayChanges([{ seq, topic: "participants", ids }]);
    await sleep(1);
  }
  return { stream, response, page };
}

async function beatFor(ms: number, { stream, response }: Awaited<ReturnType<typeof openUnread>>) {
  for (let gone = 0; gone < ms && !response.destroyed; gone += 20) {
    stream.beat();
    await sleep(20);
  }
}

test("a page that has been behind for too long is dropped, however little is waiting", async () => {
  const impatient = await openUnread(300);
  expect(impatient.response.destroyed).toBe(false);
  await beatFor(5_000, impatient);
  expect(impatient.response.destroyed).toBe(true);

  const patient = await openUnread(60_000);
  await beatFor(1_000, patient);
  expect(patient.response.destroyed).toBe(false);
  expect(patient.response.writableLength).toBeLessThan(256 * 1024);
});

test("a page that catches up in between is not behind", async () => {
  const slow = await openUnread(1_000);
  await sleep(600);
  slow.page.resume();
  for (let waits = 0; slow.response.writableLength > 0 && waits < 200; waits += 1) await sleep(5);
  slow.stream.beat();
  await sleep(600);
  await beatFor(200, slow);
  expect(slow.response.destroyed).toBe(false);
});
