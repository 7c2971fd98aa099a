import { expect, test } from "vitest";
import { signInAddress } from "./leave-for-sign-in";

test("a sign-in says for which event it is, and in a popup for which frame", () => {
  expect(signInAddress("evt_a&b", null)).toBe("/api/auth/signin/revento?event_id=evt_a%26b");
  expect(signInAddress("evt_a", "c_-3")).toBe(
    "/api/auth/signin/revento?event_id=evt_a&challenge=c_-3",
  );
});
