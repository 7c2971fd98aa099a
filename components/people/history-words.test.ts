import { expect, test } from "vitest";
import { changeWords, historyWords } from "./history-words";

test("what happened is told in words, and Revento's newer words as they are", () => {
  expect(historyWords("application.submitted")).toBe("Applied");
  expect(historyWords("application.waitlisted")).toBe("application.waitlisted");
});

test("a change says what was and what is", () => {
  expect(changeWords("status", "pending", "approved")).toBe("Status: Pending, now Approved");
  expect(changeWords("t_shirt_size", null, "L")).toBe("T shirt size: nothing, now L");
  expect(changeWords("workshops", ["Knots"], [])).toBe("Workshops: Knots, now nothing");
});
