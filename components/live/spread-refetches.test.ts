import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SpreadRefetches } from "./spread-refetches";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function page() {
  const client = new QueryClient();
  const refetches = new SpreadRefetches(client);
  const invalidated = vi.spyOn(client, "invalidateQueries");
  return { refetches, invalidated };
}

test("pages that are told the same at the same moment ask at different moments within 5 s, once each", () => {
  const pages = Array.from({ length: 200 }, page);
  for (const { refetches } of pages)
    for (let n = 0; n < 3; n += 1) refetches.refetch([["program"]]);
  const asked = () =>
    pages.reduce((sum, { invalidated }) => sum + invalidated.mock.calls.length, 0);
  const perSecond: number[] = [];
  for (let second = 0; second < 5; second += 1) {
    const before = asked();
    vi.advanceTimersByTime(1_000);
    perSecond.push(asked() - before);
  }
  expect(asked()).toBe(200);
  for (const count of perSecond) expect(count).toBeGreaterThan(15);
});

test("whoever leaves asks no more", () => {
  const { refetches, invalidated } = page();
  refetches.refetch([["program"]]);
  refetches.stop();
  vi.advanceTimersByTime(10_000);
  expect(invalidated).not.toHaveBeenCalled();
});
