import { randomUUID } from "node:crypto";
import { request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as route from "@/app/api/webhooks/revento/route";
import { databasePool, withSystemSql } from "@/lib/db";
import { MOST_BODY_BYTES, receiveDelivery } from "@/lib/deliveries/receive-delivery";
import {
  headerOf,
  makeEnvelope,
  type SignedDelivery,
  signBody,
  type TestEnvelope,
  withHeader,
} from "@/testing/signed-delivery";
import { createFoyerServer } from "./create-foyer-server";

type Answer = { status: number; header: (name: string) => string | null };
type Send = (delivery: SignedDelivery, method?: string) => Promise<Answer>;

const foyer = createFoyerServer((_, response) => response.writeHead(418).end());
beforeAll(() => new Promise<void>((resolve) => foyer.server.listen(0, "127.0.0.1", resolve)));
afterAll(() => foyer.close(1_000));

const handlers = new Map(Object.entries(route));

const throughTheVerb: Send = async ({ headers, body }, method = "POST") => {
  const readBody = async (most: number) => (body.length > most ? null : body);
  const answer = await receiveDelivery({ method, headers, readBody });
  return { status: answer.status, header: (name) => answer.headers[name] ?? null };
};

const throughTheRoute: Send = async (delivery, method = "POST") => {
  const headers = new Headers();
  for (const [name, value] of delivery.headers) headers.append(name, value);
  const body = method === "GET" ? null : new Uint8Array(delivery.body);
  const request = new Request("http://foyer/api/webhooks/revento", { method, headers, body });
  const handler = handlers.get(method);
  if (!handler) throw new Error(`the route has no ${method}`);
  const answer = await handler(request);
  return { status: answer.status, header: (name) => answer.headers.get(name) };
};

const throughTheServer: Send = ({ headers, body }, method = "POST") => {
  const { port } = foyer.server.address() as AddressInfo;
  const all = [...headers, ["Host", "foyer"], ["Content-Length", String(body.length)]];
  return new Promise((resolve, reject) => {
    const path = "/api/webhooks/revento";
    const request = httpRequest({ port, path, method, headers: all.flat() }, (answer) => {
      answer.resume();
      answer.once("end", () => {
        const header = (name: string) => String(answer.headers[name.toLowerCase()] ?? "") || null;
        resolve({ status: answer.statusCode ?? 0, header });
      });
    });
    request.once("error", reject);
    request.end(body);
  });
};

function sign(envelope: object, signing?: Parameters<typeof signBody>[1]): SignedDelivery {
  return signBody(Buffer.from(JSON.stringify(envelope)), signing);
}

async function storedOf(envelope: Pick<TestEnvelope, "id">): Promise<number> {
  return withSystemSql(async (sql) => {
    const text = "SELECT 1 FROM deliveries WHERE envelope_id = $1";
    return (await sql.query(text, [envelope.id])).rows.length;
  });
}

async function storedInAll(): Promise<number> {
  return withSystemSql(async (sql) => (await sql.query("SELECT 1 FROM deliveries")).rows.length);
}

const changed = (name: string, value: string | string[] | null) => (delivery: SignedDelivery) =>
  withHeader(delivery, name, value);
const doubled = (name: string) => (delivery: SignedDelivery) =>
  withHeader(delivery, name, [headerOf(delivery, name), headerOf(delivery, name)]);
const signature = (change: (hex: string) => string) => (delivery: SignedDelivery) =>
  withHeader(delivery, "X-Revento-Signature", change(headerOf(delivery, "X-Revento-Signature")));

const REFUSED: [number, string, (delivery: SignedDelivery) => SignedDelivery][] = [
  [415, "a compressed body", changed("Content-Encoding", "gzip")],
  [415, "a form", changed("Content-Type", "application/x-www-form-urlencoded")],
  [415, "two media types", doubled("Content-Type")],
  [415, "another charset", changed("Content-Type", "application/json; charset=utf-16")],
  [
    413,
    "a body over 1 MiB",
    ({ headers }) => ({ headers, body: Buffer.alloc(MOST_BODY_BYTES + 1, 32) }),
  ],
  ...["Event", "Delivery-Id", "Timestamp", "Signature"].flatMap((name): typeof REFUSED => [
    [401, `no X-Revento-${name}`, changed(`X-Revento-${name}`, null)],
    [401, `an empty X-Revento-${name}`, changed(`X-Revento-${name}`, "")],
    [401, `two X-Revento-${name}`, doubled(`X-Revento-${name}`)],
  ]),
  [401, "a delivery id that is no UUID", changed("X-Revento-Delivery-Id", "17")],
  [
    401,
    "a timestamp with a sign",
    changed("X-Revento-Timestamp", `+${Math.floor(Date.now() / 1000)}`),
  ],
  [401, "a timestamp with a fraction", changed("X-Revento-Timestamp", `${Date.now() / 1000}`)],
  [401, "a timestamp in hexadecimal", changed("X-Revento-Timestamp", "0x65f0a0a0")],
  [401, "a signature of another kind", signature((text) => text.replace("sha256", "sha1"))],
  [401, "half a signature", signature((text) => text.slice(0, 39))],
  [401, "a signature with something after it", signature((text) => `${text}00`)],
  [401, "no signature behind its name", signature(() => "sha256=")],
  [400, "a type that is not the signed one", changed("X-Revento-Event", "user.revoked_access")],
];

const ODD: [string, (delivery: SignedDelivery) => SignedDelivery][] = [
  ["no media type", changed("Content-Type", null)],
  ["a dialect of JSON", changed("Content-Type", "application/vnd.revento.v1+json")],
  ["a charset in capitals", changed("Content-Type", 'Application/JSON; Charset="UTF-8"')],
  ["an encoding that is none", changed("Content-Encoding", "Identity")],
  ["a signature in capitals", signature((text) => `sha256=${text.slice(7).toUpperCase()}`)],
];

const NOT_ENVELOPES: [string, string][] = [
  ["nothing", ""],
  ["text", "hello"],
  ["null", "null"],
  ["a list", "[]"],
  ["bytes that are no UTF-8", "\xff"],
  ["half of it", JSON.stringify(makeEnvelope()).slice(0, -9)],
  ["no id", JSON.stringify({ ...makeEnvelope(), id: undefined })],
  ["no event at all", JSON.stringify({ ...makeEnvelope(), event_id: undefined })],
  ["an event that is none", JSON.stringify(makeEnvelope({ event_id: "org_a' OR 1=1" }))],
  ["a time that is none", JSON.stringify(makeEnvelope({ occurred_at: "yesterday" }))],
  [
    "a year PostgreSQL has not",
    JSON.stringify(makeEnvelope({ occurred_at: "0000-01-01T00:00:00Z" })),
  ],
  ["no data", JSON.stringify({ ...makeEnvelope(), data: undefined })],
];

describe.each([
  ["the verb", throughTheVerb],
  ["the route handler", throughTheRoute],
  ["the server in front of Next", throughTheServer],
] as const)("a delivery through %s", (_, send) => {
  test("is stored, byte for byte, before it is acknowledged (contract 6.5)", async () => {
    const envelope = makeEnvelope({ data: { id: "ptp_ann", note: "naïve \u0000 \ud800 ☃" } });
    const delivery = sign(envelope);
    expect((await send(delivery)).status).toBe(200);
    const { rows } = await withSystemSql((sql) =>
      sql.query("SELECT * FROM deliveries WHERE envelope_id = $1", [envelope.id]),
    );
    expect(rows).toMatchObject([
      {
        event_id: envelope.event_id,
        state: "pending",
        delivery_id: headerOf(delivery, "X-Revento-Delivery-Id"),
      },
    ]);
    expect(rows[0].body.equals(delivery.body)).toBe(true);
  });

  test.each(["GET", "PUT", "PATCH", "DELETE", "OPTIONS"])("%s answers 405", async (method) => {
    const answer = await send(sign(makeEnvelope()), method);
    expect([answer.status, answer.header("Allow")]).toEqual([405, "POST"]);
  });

  test.each(REFUSED)("answers %i to %s, and stores nothing", async (status, _, change) => {
    const envelope = makeEnvelope();
    expect((await send(change(sign(envelope)))).status).toBe(status);
    expect(await storedOf(envelope)).toBe(0);
  });

  test.each(ODD)("is judged by its signature: %s", async (_, change) => {
    const envelope = makeEnvelope();
    expect((await send(change(sign(envelope)))).status).toBe(200);
    expect(await storedOf(envelope)).toBe(1);
  });

  test("is of the organization that connected, where it names none", async () => {
    const { organization_id: _organization, ...envelope } = makeEnvelope();
    expect((await send(sign(envelope))).status).toBe(200);
    expect(await storedOf(envelope)).toBe(1);
  });

  test.each(NOT_ENVELOPES)("answers 400 to a signed body that is %s", async (_, text) => {
    const before = await storedInAll();
    expect((await send(signBody(Buffer.from(text, "latin1")))).status).toBe(400);
    expect(await storedInAll()).toBe(before);
  });

  test("may be as long as 1 MiB to the byte", async () => {
    const text = JSON.stringify(makeEnvelope());
    const delivery = signBody(Buffer.from(text.padEnd(MOST_BODY_BYTES)));
    expect((await send(delivery)).status).toBe(200);
  });

  test("is taken up to 300 s old or new, and no more (contract 6.2)", async () => {
    for (const ageSeconds of [-298, 298]) {
      expect((await send(sign(makeEnvelope(), { ageSeconds }))).status).toBe(200);
    }
    for (const ageSeconds of [-303, 302, 86_400]) {
      const envelope = makeEnvelope();
      expect((await send(sign(envelope, { ageSeconds }))).status).toBe(401);
      expect(await storedOf(envelope)).toBe(0);
    }
  });

  test("may be signed with the new or the old secret, and with no other (contract 6.2 A)", async () => {
    for (const secret of ["test-webhook-secret", "older-webhook-secret"]) {
      expect((await send(sign(makeEnvelope(), { secret }))).status).toBe(200);
    }
    for (const secret of ["", "test-webhook-secret,older-webhook-secret", "guess"]) {
      expect((await send(sign(makeEnvelope(), { secret }))).status).toBe(401);
    }
  });

  test("with any one bit turned is refused and not stored", async () => {
    const before = await storedInAll();
    const delivery = sign(makeEnvelope());
    const hex = headerOf(delivery, "X-Revento-Signature").slice("sha256=".length);
    const timestamp = Number(headerOf(delivery, "X-Revento-Timestamp"));
    const bits = fc.sample(fc.nat(delivery.body.length * 8 - 1), 40);
    for (const [round, at] of bits.entries()) {
      const body = Buffer.from(delivery.body);
      body[at >> 3] = (body[at >> 3] ?? 0) ^ (1 << (at & 7));
      const turned = Buffer.from(hex, "hex");
      turned[round % 32] = (turned[round % 32] ?? 0) ^ (1 << (round & 7));
      const wrong = withHeader(delivery, "X-Revento-Signature", `sha256=${turned.toString("hex")}`);
      const other = withHeader(delivery, "X-Revento-Timestamp", String(timestamp + round + 1));
      const answers = [{ ...delivery, body }, wrong, other].map((one) => send(one));
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([401, 401, 401]);
    }
    expect(await storedInAll()).toBe(before);
  });

  test("that comes fifty times at once is acknowledged each time and stored once", async () => {
    const envelope = makeEnvelope();
    const delivery = sign(envelope);
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(delivery)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await storedOf(envelope)).toBe(1);
  });

  test("that is retried with a new stamp and signature is stored once (contract 6.6)", async () => {
    const envelope = makeEnvelope();
    const deliveryId = randomUUID();
    for (const ageSeconds of [60, 0]) await send(sign(envelope, { deliveryId, ageSeconds }));
    expect(await storedOf(envelope)).toBe(1);
  });

  test("that is replayed under a new delivery id stores nothing", async () => {
    const envelope = makeEnvelope();
    const delivery = sign(envelope);
    await send(delivery);
    const replay = withHeader(delivery, "X-Revento-Delivery-Id", randomUUID());
    expect((await send(replay)).status).toBe(200);
    expect(await storedOf(envelope)).toBe(1);
  });

  test("of the integration as a whole has no event", async () => {
    const envelope = makeEnvelope({
      event_id: null,
      organization_id: null,
      type: "integration.suspended",
    });
    expect((await send(sign(envelope))).status).toBe(200);
    expect(await storedOf(envelope)).toBe(1);
  });

  test("answers 503 with Retry-After while it cannot be stored, and 200 afterwards", async () => {
    const envelope = makeEnvelope();
    await databasePool().query("ALTER TABLE deliveries RENAME TO deliveries_away");
    const refused = await send(sign(envelope)).finally(() =>
      databasePool().query("ALTER TABLE deliveries_away RENAME TO deliveries"),
    );
    expect([refused.status, refused.header("Retry-After")]).toEqual([503, "5"]);
    expect((await send(sign(envelope))).status).toBe(200);
    expect(await storedOf(envelope)).toBe(1);
  });
});
