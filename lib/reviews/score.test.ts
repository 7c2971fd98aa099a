import { describe, expect, test } from "vitest";
import type { CriterionView } from "./review-settings-view";
import { isComplete, scoreOf } from "./score";

const TALK: CriterionView = { id: "talk", label: "Talk", weight: 3, scale: 5 };
const FIT: CriterionView = { id: "fit", label: "Fit", weight: 1, scale: "yes_no" };

describe("a score", () => {
  test.each([
    [{}, null],
    [{ talk: 4 }, 4],
    [{ talk: 4, fit: 1 }, 4.25],
    [{ talk: 4, fit: 0 }, 3.25],
    [{ fit: 0 }, 1],
    [{ gone: 5 }, null],
  ])("of %j is %s", (scores, score) => {
    expect(scoreOf(scores, [TALK, FIT])).toBe(score);
  });

  test("has two decimals", () => {
    const thirds = [TALK, FIT, { ...FIT, id: "third", weight: 2 }];
    expect(scoreOf({ talk: 5, fit: 0, third: 0 }, thirds)).toBe(3);
    expect(scoreOf({ talk: 1, fit: 1, third: 0 }, thirds)).toBe(1.67);
  });
});

test("a rating is complete with points for every criterion", () => {
  expect(isComplete({ talk: 1 }, [TALK, FIT])).toBe(false);
  expect(isComplete({ talk: 1, fit: 0 }, [TALK, FIT])).toBe(true);
});
