import { beforeAll, expect, test, vi } from "vitest";
import { testEnvironment } from "@/testing/test-environment";
import { newSignInAttempt, sealAttempt } from "./sign-in-attempt";

const PORTAL = "/portal/evt_a";

beforeAll(() => {
  const environment = testEnvironment("postgres://nobody@127.0.0.1:9/nothing");
  const own = { ...environment, APP_URL: "https://foyer.example" };
  for (const [name, value] of Object.entries(own)) vi.stubEnv(name, value);
});

const begin = (callbackUrl: string) => newSignInAttempt({ event_id: "evt_a", callbackUrl });

test("the longest way back still fits into a cookie that browsers keep", async () => {
  const attempt = begin(`${PORTAL}?${"x".repeat(1_000 - PORTAL.length - 1)}`);
  expect((await sealAttempt("s".repeat(43), attempt)).length).toBeLessThan(3_900);
});

test.each([
  ["too long", "x".repeat(1_000)],
  ["too long once it is escaped", "ž".repeat(200)],
])("a way back that is %s is refused, not forgotten", (_, more) => {
  expect(() => begin(`${PORTAL}?${more}`)).toThrow("not an address of this event's portal");
});
