import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { budgetOf, earliestEnd } from "./api-budget";

const MINUTE = 60_050;
const HOUR = 3_601_000;

describe("the earliest end of calls within a budget (contract 5)", () => {
  const budget = budgetOf("installation");

  test("thirty calls take no time, the next thirty a minute, and so on", () => {
    expect(earliestEnd([], budget, 0, 30)).toBe(0);
    expect(earliestEnd([], budget, 0, 31)).toBe(MINUTE);
    expect(earliestEnd([], budget, 0, 60)).toBe(MINUTE);
    expect(earliestEnd([], budget, 0, 61)).toBe(2 * MINUTE);
  });

  test("calls made before count until they have left the minute", () => {
    const before = Array.from({ length: 30 }, (_, n) => 1_000 + n);
    expect(earliestEnd(before, budget, 5_000, 1)).toBe(1_000 + MINUTE);
    expect(earliestEnd(before, budget, 5_000, 2)).toBe(1_001 + MINUTE);
  });

  test("the hour holds 500 calls, of which background work takes 400", () => {
    expect(earliestEnd([], budget, 0, 501)).toBe(HOUR);
    expect(earliestEnd([], budgetOf("installation", true), 0, 401)).toBe(HOUR);
    expect(earliestEnd([], budgetOf("usr_1"), 0, 201)).toBe(HOUR);
    expect(earliestEnd([], budgetOf("usr_1"), 0, 21)).toBe(MINUTE);
  });

  test("a hundred thousand participants take two thousand calls and more than three hours", () => {
    const hours = earliestEnd([], budget, 0, 2_000) / HOUR;
    expect(hours).toBeGreaterThan(3);
    expect(hours).toBeLessThan(3.3);
  });

  test("no window of a minute or an hour ever holds more than its limit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_200 }), (calls) => {
        const ends: number[] = [];
        for (let call = 0; call < calls; call += 1) ends.push(earliestEnd(ends, budget, 0, 1));
        for (const { limit, windowMs } of budget.windows) {
          ends.forEach((end, n) => {
            const leaving = ends[n - limit];
            if (leaving !== undefined) expect(end - leaving).toBeGreaterThanOrEqual(windowMs);
          });
        }
      }),
      { numRuns: 10 },
    );
  });
});
