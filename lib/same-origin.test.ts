import { beforeAll, describe, expect, test, vi } from "vitest";
import { testEnvironment } from "@/testing/test-environment";
import { requireSameOrigin } from "./same-origin";

const OWN = "https://foyer.example";

beforeAll(() => {
  const environment = testEnvironment("postgres://nobody@127.0.0.1:9/nothing");
  for (const [name, value] of Object.entries({ ...environment, APP_URL: `${OWN}/` })) {
    vi.stubEnv(name, value);
  }
});

function ask(method: string, headers: Record<string, string>): () => void {
  return () => requireSameOrigin(new Request(`${OWN}/api/anything`, { method, headers }));
}

describe("a request that changes something", () => {
  test.each<[string, Record<string, string>]>([
    ["by a script of ours", { origin: OWN, "sec-fetch-site": "same-origin" }],
    [
      "by a form of ours, also in a popup",
      {
        origin: OWN,
        "sec-fetch-site": "same-origin",
        "sec-fetch-mode": "navigate",
        "sec-fetch-dest": "document",
      },
    ],
    [
      "by a form of ours inside a frame",
      { origin: OWN, "sec-fetch-site": "same-origin", "sec-fetch-dest": "iframe" },
    ],
    ["by a browser too old for fetch metadata", { origin: OWN }],
  ])("is taken when it was sent %s", (_, headers) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      expect(ask(method, headers)).not.toThrow();
    }
  });

  test.each<[string, Record<string, string>]>([
    ["without an origin", {}],
    ["without an origin, whatever its metadata say", { "sec-fetch-site": "same-origin" }],
    ["by a page whose origin is hidden", { origin: "null", "sec-fetch-site": "same-origin" }],
    ["by another origin", { origin: "https://evil.example" }],
    ["by another origin that claims ours", { origin: OWN, "sec-fetch-site": "cross-site" }],
    ["by another host of our site", { origin: OWN, "sec-fetch-site": "same-site" }],
    ["by nobody's page", { origin: OWN, "sec-fetch-site": "none" }],
    ["with metadata that no browser sends", { origin: OWN, "sec-fetch-site": "" }],
    ["with two testimonies", { origin: OWN, "sec-fetch-site": "same-origin, cross-site" }],
    ["over plain http", { origin: "http://foyer.example", "sec-fetch-site": "same-origin" }],
    ["by another port", { origin: `${OWN}:8443`, "sec-fetch-site": "same-origin" }],
    ["by a longer name", { origin: `${OWN}.evil.example`, "sec-fetch-site": "same-origin" }],
    ["with a path in its origin", { origin: `${OWN}/`, "sec-fetch-site": "same-origin" }],
  ])("is refused when it was sent %s", (_, headers) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      expect(ask(method, headers)).toThrow("did not come from Foyer's own pages");
    }
  });
});

test("a request that only reads may come from anywhere", () => {
  for (const method of ["GET", "HEAD", "OPTIONS"]) {
    expect(
      ask(method, { origin: "https://evil.example", "sec-fetch-site": "cross-site" }),
    ).not.toThrow();
  }
});
