import { beforeAll, expect, test, vi } from "vitest";
import { testEnvironment } from "@/testing/test-environment";
import { forgottenAttempts } from "./forget-attempts";

beforeAll(() => {
  const environment = testEnvironment("postgres://nobody@127.0.0.1:9/nothing");
  const own = { ...environment, APP_URL: "https://foyer.example" };
  for (const [name, value] of Object.entries(own)) vi.stubEnv(name, value);
});

const attempt = (at: number) =>
  ["sign_in", "state", "pkce"].map((kind) => `__Host-foyer_${kind}_${at}=x`);
const others = ["__Host-foyer_portal_evt_a=x", "__Host-foyer_csrf=x", "foyer_state_9=x", "a"];

test("a browser forgets all but the newest of the sign-ins it began, and nothing else", () => {
  const header = [...[1, 2, 3, 4, 5].flatMap(attempt), ...others].join("; ");
  const forgotten = forgottenAttempts(header);
  expect(forgotten.map((cookie) => cookie.split("=")[0])).toEqual(
    ["sign_in", "state", "pkce"].flatMap((kind) =>
      [1, 2].map((at) => `__Host-foyer_${kind}_${at}`),
    ),
  );
  for (const cookie of forgotten) {
    expect(cookie).toMatch(/=; Path=\/; Max-Age=0; HttpOnly; SameSite=Lax; Secure$/);
  }
});

test("a few sign-ins at once are all kept", () => {
  expect(forgottenAttempts([1, 2, 3].flatMap(attempt).join("; "))).toEqual([]);
  expect(forgottenAttempts(null)).toEqual([]);
});
