import { expect, test } from "vitest";
import { isFresh } from "./usable-access-token";

const MINUTE_MS = 60_000;
const token = (lifetimeMinutes: number, leftMs: number) => {
  const accessExpiresAt = new Date(Date.now() + leftMs);
  const accessIssuedAt = new Date(accessExpiresAt.getTime() - lifetimeMinutes * MINUTE_MS);
  return { accessExpiresAt, accessIssuedAt };
};

test("a token of an hour is refreshed five minutes before it expires", () => {
  expect(isFresh(token(60, 5.1 * MINUTE_MS))).toBe(true);
  expect(isFresh(token(60, 4.9 * MINUTE_MS))).toBe(false);
});

test("a token that lives shorter than that is not refreshed by every call", () => {
  expect(isFresh(token(4, 4 * MINUTE_MS))).toBe(true);
  expect(isFresh(token(4, 60_000))).toBe(true);
  expect(isFresh(token(4, 40_000))).toBe(false);
  expect(isFresh(token(0, 0))).toBe(false);
});
