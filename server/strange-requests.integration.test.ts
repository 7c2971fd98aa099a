import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFoyerServer, type FoyerServer } from "./create-foyer-server";

let foyer: FoyerServer;

beforeAll(async () => {
  foyer = createFoyerServer((_, response) => response.writeHead(418).end());
  // As Next does, for the sockets of its development server.
  foyer.server.on("upgrade", () => {});
  foyer.server.listen(0, "127.0.0.1");
  await once(foyer.server, "listening");
});
afterAll(() => foyer.close(100));

/** The status line of what the server answers to a request with this first line. */
async function ask(line: string, headers = ""): Promise<string> {
  const socket = connect((foyer.server.address() as AddressInfo).port, "127.0.0.1");
  socket.write(`${line}\r\nHost: foyer\r\n${headers}\r\n`);
  const [answer] = await Promise.race([
    once(socket.setEncoding("latin1"), "data"),
    once(socket.setTimeout(1_000), "timeout"),
  ]);
  socket.destroy();
  return String(answer).split("\r\n")[0] ?? "";
}

test.each(["/nothing", "/events", "/api/events/evt_a/overview", "/_next/webpack-hmr"])(
  "whoever wants to upgrade %s is answered, and holds no socket for ever",
  async (path) => {
    const wish = "Connection: Upgrade\r\nUpgrade: websocket\r\n";
    expect(await ask(`GET ${path} HTTP/1.1`, wish)).toBe("HTTP/1.1 418 I'm a Teapot");
  },
);

test.each([
  "GET /events/% HTTP/1.1",
  "GET /api/events/evt_a/applications/%FF HTTP/1.1",
  "GET http://elsewhere.example/events HTTP/1.1",
  "OPTIONS * HTTP/1.1",
])("an address that is none is refused: %s", async (line) => {
  expect(await ask(line)).toBe("HTTP/1.1 400 Bad Request");
});

test("a percent sign in a search is no mistake", async () => {
  expect(await ask("GET /events?q=100% HTTP/1.1")).toBe("HTTP/1.1 418 I'm a Teapot");
});

test("somebody who is signed in to the portals of a hundred events still gets an answer", async () => {
  const cookies = Array.from({ length: 100 }, (_, n) => `foyer_portal_evt_${n}=${"x".repeat(330)}`);
  const status = await ask("GET /portal/evt_1 HTTP/1.1", `Cookie: ${cookies.join("; ")}\r\n`);
  expect(status).toBe("HTTP/1.1 418 I'm a Teapot");
});
