import { expect, test } from "vitest";
import { aPerson } from "@/testing/a-person";
import { changedFields } from "./changed-fields";

test("a live change names the fields that differ, answers one by one", () => {
  const before = aPerson({ status: "pending", fields: { diet: "none", size: "M" } });
  const after = aPerson({ status: "approved", fields: { diet: "none", size: "L", crew: true } });
  expect(changedFields(before, after)).toEqual(["status", "answers.size", "answers.crew"]);
  expect(changedFields(after, after)).toEqual([]);
});

test("going to the next person changes nothing about anybody", () => {
  expect(changedFields(aPerson({}), aPerson({ participantId: "ptp_ben", name: "Ben" }))).toEqual(
    [],
  );
});
