import { expect, test } from "vitest";
import { changeWords } from "./change-words";

test("a change says what was and what is", () => {
  expect(changeWords("status", "pending", "approved")).toBe("Status: Pending, now Approved");
  expect(changeWords("t_shirt_size", null, "L")).toBe("T shirt size: nothing, now L");
  expect(changeWords("workshops", ["Knots"], [])).toBe("Workshops: Knots, now nothing");
});
