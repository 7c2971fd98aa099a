import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { END_CAUSES, type EndCause, explainsMore, meaningOf } from "./connection-states";
import { erasureDatesOf } from "./erasure-dates";

const DAY_MS = 86_400_000;
const NOW = Date.parse("2026-06-01T12:00:00Z");

const someCauses = fc.array(fc.constantFrom(...END_CAUSES), { minLength: 1, maxLength: 8 });
const someMoment = fc.integer({ min: 0, max: 60 * DAY_MS }).map((ms) => new Date(NOW - ms));

/** What a connection that lived comes to when it hears of these ends one after the other. */
function standingAfter(causes: readonly EndCause[]): { state: string; cause: string } {
  let standing: { state: string; cause: string } = { state: "active", cause: "connected" };
  for (const cause of causes) {
    if (explainsMore(cause, standing)) standing = { state: meaningOf(cause).state, cause };
  }
  return standing;
}

describe("what is told of an end", () => {
  test("comes to the same in whatever order it arrives, and however often", () => {
    fc.assert(
      fc.property(
        someCauses.chain((causes) =>
          fc.tuple(
            fc.constant(causes),
            fc.shuffledSubarray([...causes, ...causes], { minLength: 2 * causes.length }),
          ),
        ),
        ([causes, again]) => {
          expect(standingAfter(again)).toEqual(standingAfter(causes));
        },
      ),
    );
  });

  test("never brings a connection back, and changes nothing while it is being erased", () => {
    fc.assert(
      fc.property(someCauses, (causes) => {
        expect(["needs_reconnect", "suspended", "revoked"]).toContain(standingAfter(causes).state);
        const erasing = { state: "erasing", cause: "invalid_grant" };
        expect(causes.some((cause) => explainsMore(cause, erasing))).toBe(false);
      }),
    );
  });

  test("says least where nobody but us noticed, and most where Revento asks for the erasure (contract 7)", () => {
    expect(standingAfter(["data.deletion_required", "integration.suspended"]).state).toBe(
      "revoked",
    );
    expect(standingAfter(["token_revoked", "integration.suspended"]).state).toBe("suspended");
    expect(standingAfter(["outcome_unknown", "token_revoked"]).state).toBe("revoked");
  });
});

describe("the dates of an erasure (contract 1.6)", () => {
  const someEnd = fc.record({
    endedAt: someMoment,
    rule: fc.constantFrom("required" as const, "ended" as const),
    deadlineAt: fc.option(
      fc.integer({ min: -5, max: 90 }).map((days) => new Date(NOW + days * DAY_MS)),
      { nil: undefined },
    ),
  });

  test("are never later than 30 days after the end, nor than Revento's own word", () => {
    fc.assert(
      fc.property(someEnd, fc.integer({ min: 0, max: 29 }), (end, after) => {
        const { plannedAt, dueAt } = erasureDatesOf(end, after);
        expect(dueAt.getTime()).toBeLessThanOrEqual(end.endedAt.getTime() + 30 * DAY_MS);
        if (end.deadlineAt) expect(dueAt.getTime()).toBeLessThanOrEqual(end.deadlineAt.getTime());
        expect(plannedAt.getTime()).toBeLessThanOrEqual(dueAt.getTime());
        if (end.rule === "required") {
          expect(plannedAt.getTime()).toBeLessThanOrEqual(end.endedAt.getTime() + after * DAY_MS);
        }
      }),
    );
  });

  test("leave three days to spare wherever there are as many", () => {
    fc.assert(
      fc.property(someEnd, fc.integer({ min: 0, max: 29 }), (end, after) => {
        const { plannedAt, dueAt } = erasureDatesOf(end, after);
        const hasTime = dueAt.getTime() - end.endedAt.getTime() >= 3 * DAY_MS;
        if (hasTime)
          expect(dueAt.getTime() - plannedAt.getTime()).toBeGreaterThanOrEqual(3 * DAY_MS);
      }),
    );
  });

  test("are a week after a revocation that Revento told, and 27 days after a refusal that it did not", () => {
    const endedAt = new Date("2026-06-01T12:00:00Z");
    expect(erasureDatesOf({ endedAt, rule: "required" }, 7)).toEqual({
      plannedAt: new Date("2026-06-08T12:00:00Z"),
      dueAt: new Date("2026-07-01T12:00:00Z"),
    });
    expect(erasureDatesOf({ endedAt, rule: "ended" }, 7).plannedAt).toEqual(
      new Date("2026-06-28T12:00:00Z"),
    );
  });
});
