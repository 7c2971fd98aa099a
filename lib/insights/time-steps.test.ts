import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timeSteps } from "./time-steps";

const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2080-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("the steps of a time", () => {
  test("are days as long as these are 120 at the most, then weeks, months and years", () => {
    expect(timeSteps("2026-01-01", "2026-04-30")).toMatchObject({ unit: "day" });
    expect(timeSteps("2026-01-01", "2026-05-01")).toMatchObject({ unit: "week" });
    expect(timeSteps("2020-01-01", "2026-05-01")).toMatchObject({ unit: "month" });
    expect(timeSteps("1990-01-01", "2026-05-01")).toMatchObject({ unit: "year" });
  });

  test("show a fortnight at the least, of which the last day is the last", () => {
    const { steps } = timeSteps("2026-03-01", "2026-03-02");
    expect(steps).toHaveLength(14);
    expect(steps[0]).toEqual({ from: "2026-02-17", to: "2026-02-17" });
    expect(steps.at(-1)).toEqual({ from: "2026-03-02", to: "2026-03-02" });
  });

  test("are 120 at the most, whatever the days: of more years the last ones", () => {
    const anyDay = fc
      .date({ min: new Date("0001-01-01"), max: new Date("9990-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [first = a, last = b] = [a, b].sort();
        const { steps } = timeSteps(first, last);
        expect(steps.length).toBeLessThanOrEqual(120);
        expect((steps.at(-1)?.to ?? "") >= last).toBe(true);
      }),
    );
  });

  test("begin on Mondays where they are weeks, and cover every day once", () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [first = a, last = b] = [a, b].sort();
        const { unit, steps } = timeSteps(first, last);
        expect((steps[0]?.from ?? "") <= first && (steps.at(-1)?.to ?? "") >= last).toBe(true);
        for (const [at, { from, to }] of steps.entries()) {
          if (unit === "week") expect(new Date(from).getUTCDay()).toBe(1);
          const next = steps[at + 1]?.from;
          if (next) expect(Date.parse(next) - Date.parse(to)).toBe(86_400_000);
        }
      }),
    );
  });
});
