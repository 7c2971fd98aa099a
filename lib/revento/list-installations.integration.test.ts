import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";

let asked = 0;
/** A Revento whose list has no end: each page names another one. */
const endless = createServer((_request, response) => {
  asked += 1;
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify({ data: [], next_cursor: `cursor ${asked}`, has_more: true }));
});
await new Promise<void>((resolve) => endless.listen(0, "127.0.0.1", resolve));
const { port } = endless.address() as AddressInfo;
process.env.REVENTO_API_URL = `http://127.0.0.1:${port}/api/v1`;
const { listInstallations } = await import("./list-installations");

afterAll(() => endless.close());

test("a list of installations that never ends is given up after 4,000 pages", {
  timeout: 60_000,
}, async () => {
  await expect(listInstallations()).rejects.toMatchObject({ kind: "unavailable" });
  expect(asked).toBe(4_000);
});
