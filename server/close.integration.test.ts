import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { databasePool, withSystemSql } from "@/lib/db";
import { makeEnvelope, signBody } from "@/testing/signed-delivery";
import { createFoyerServer } from "./create-foyer-server";

async function serve() {
  const foyer = createFoyerServer((_, response) => response.writeHead(418).end());
  await new Promise<void>((resolve) => foyer.server.listen(0, "127.0.0.1", resolve));
  return { foyer, port: (foyer.server.address() as AddressInfo).port };
}

test("a delivery whose commit is under way when the server stops is finished and acknowledged", async () => {
  const { foyer, port } = await serve();
  const envelope = makeEnvelope();
  const { headers, body } = signBody(Buffer.from(JSON.stringify(envelope)));
  const lock = await databasePool().connect();
  await lock.query("BEGIN; LOCK TABLE deliveries IN ACCESS EXCLUSIVE MODE");
  const url = `http://127.0.0.1:${port}/api/webhooks/revento`;
  const sent = fetch(url, { method: "POST", headers, body: new Uint8Array(body) });
  await sleep(100);
  const closed = foyer.close(5_000);
  await sleep(50);
  await expect(fetch(url)).rejects.toThrow();
  await lock.query("COMMIT");
  lock.release();
  expect((await sent).status).toBe(200);
  const answered = Date.now();
  await closed;
  expect(Date.now() - answered).toBeLessThan(2_000);
  const { rows } = await withSystemSql((sql) =>
    sql.query("SELECT state FROM deliveries WHERE envelope_id = $1", [envelope.id]),
  );
  expect(rows).toEqual([{ state: "pending" }]);
});

test("a sender that never finishes does not keep a stopping server", async () => {
  const { foyer, port } = await serve();
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write(
    "POST /api/webhooks/revento HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n",
  );
  socket.write('Content-Length: 100\r\n\r\n{"id"');
  await sleep(50);
  const began = Date.now();
  await foyer.close(300);
  expect(Date.now() - began).toBeLessThan(2_000);
  socket.destroy();
});

test("everything else is Next's", async () => {
  const { foyer, port } = await serve();
  for (const [path, method] of [
    ["/", "GET"],
    ["/api/webhooks/revento/more", "POST"],
    ["/api/events/evt_a/stream", "POST"],
    ["/api/portal/evt_a/stream", "POST"],
    ["/api/portal/evt_a/stream/more", "GET"],
    ["/api/events/evt_a/applications", "GET"],
  ] as const) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method });
    expect(answer.status, `${method} ${path}`).toBe(418);
  }
  await foyer.close(100);
});
