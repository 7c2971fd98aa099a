import { expect, test } from "vitest";
import { describeStatus } from "./describe-status";

test.each([
  ["revision_requested", "Revision requested"],
  ["wait_listed", "Wait listed"],
  ["constructor", "Constructor"],
  [null, "No application"],
])("the status %s is shown as %s, with an icon", (status, word) => {
  expect(describeStatus(status)).toMatchObject({ word, icon: expect.anything() });
});

test("only a word that Revento has added since is new", () => {
  expect(describeStatus("wait_listed").isNew).toBe(true);
  for (const status of ["pending", null]) expect(describeStatus(status).isNew).toBeUndefined();
});
