import { expect, test } from "vitest";
import { placeAfterSignIn } from "./portal-place";

test.each([
  ["/portal/evt_a?to=program", "/portal/evt_a/program"],
  ["/portal/evt_a/agenda", "/portal/evt_a/agenda"],
  ["/portal/evt_a", "/portal/evt_a"],
  ["/portal/evt_a?to=https://evil.example", "/portal/evt_a"],
  ["/portal/evt_a?to=../evt_b", "/portal/evt_a"],
  ["/portal/evt_a/sign-in?challenge=x", "/portal/evt_a"],
])("whoever signs in at %s comes to %s", (at, path) => {
  expect(placeAfterSignIn("evt_a", new URL(at, "https://foyer.example"))).toBe(path);
});
