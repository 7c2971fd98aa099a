import { expect, test } from "vitest";
import { historyWords } from "./history-words";

test("what happened is told in words, and Revento's newer words as they are", () => {
  expect(historyWords("application.submitted")).toBe("Applied");
  expect(historyWords("application.waitlisted")).toBe("application.waitlisted");
});
