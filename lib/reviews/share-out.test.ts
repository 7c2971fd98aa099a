import fc from "fast-check";
import { expect, test } from "vitest";
import { shareOut } from "./share-out";

test("whatever is shared out, each application gets as many as asked, and nobody far more than the others", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 8 }),
      (applications, count, perApplication) => {
        const ids = Array.from({ length: applications }, (_, at) => `ptp_${at}`);
        const reviewers = Array.from({ length: count }, (_, at) => `member ${at}`);
        const shares = shareOut(ids, reviewers, perApplication, new Map());
        for (const id of ids) {
          const mine = shares.filter(({ participantId }) => participantId === id);
          expect(new Set(mine.map(({ memberId }) => memberId)).size).toBe(mine.length);
          expect(mine).toHaveLength(Math.min(perApplication, count));
        }
        const loads = reviewers.map(
          (reviewer) => shares.filter(({ memberId }) => memberId === reviewer).length,
        );
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test("whoever has less to do gets more", () => {
  const shares = shareOut(["a", "b", "c"], ["busy", "idle"], 1, new Map([["busy", 2]]));
  expect(shares.map(({ memberId }) => memberId)).toEqual(["idle", "idle", "busy"]);
});
