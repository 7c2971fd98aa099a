import { expect, test } from "vitest";
import { z } from "zod";
import { reasonOf } from "@/lib/reason-of";
import { parseProgramDay } from "@/lib/revento/snapshots";
import { explainFailure } from "./explain-failure";

function reasonFor(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return explainFailure(reasonOf(error));
  }
  throw new Error("nothing failed");
}

test("a contradiction of the contract names the fields and what is wrong with them", () => {
  expect(reasonFor(() => parseProgramDay({ id: 7, date: "tomorrow" }))).toBe(
    "It is not as the contract says: id is missing or of the wrong kind; " +
      "date is not written as it should be.",
  );
  expect(reasonFor(() => z.string().parse(1))).toContain(
    "the whole is missing or of the wrong kind",
  );
});

test.each([
  ["23514", "A rule of Foyer's own database refuses it (SQLSTATE 23514)."],
  ["22008", "PostgreSQL cannot store a value in it (SQLSTATE 22008)."],
  ["55P03", "Other work held its event for too long (SQLSTATE 55P03)."],
  ["XX000", "The database refused it (SQLSTATE XX000)."],
])("what PostgreSQL refuses with %s is said in words", (code, sentence) => {
  expect(explainFailure(`database error ${code}`)).toBe(sentence);
});

test("what a parser quotes from a body is not repeated", () => {
  const sentence = reasonFor(() => JSON.parse('{"name": Ann'));
  expect(sentence).toBe("Its body is not JSON.");
});

test("an error of our own is shown as it is", () => {
  expect(explainFailure("the snapshot is of another event")).toMatch(/another event than/);
  expect(explainFailure("odd")).toBe("It could not be applied: odd.");
});
