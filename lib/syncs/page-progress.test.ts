import { expect, test } from "vitest";
import { PageProgress } from "./page-progress";

const page = (ids: string[], nextCursor: string | null = "more") => ({ ids, nextCursor });

test("pages that bring something new may go on for ever", () => {
  const progress = new PageProgress();
  for (let n = 0; n < 1_000; n += 1) progress.note("participants", page([`ptp_${n}`, "ptp_0"]));
});

test.each([
  ["the same page again and again", ["ptp_0"]],
  ["empty pages", []],
])("three pages without anything new end a run: %s", (_, ids) => {
  const progress = new PageProgress();
  progress.note("participants", page(["ptp_0"]));
  progress.note("participants", page(ids));
  progress.note("participants", page(ids));
  expect(() => progress.note("participants", page(ids))).toThrow("endless_pages");
});

test("a list that ends, however it ends, is over; the next one counts anew", () => {
  const progress = new PageProgress();
  for (const list of ["threads", "locations", "activities"]) {
    progress.note(list, page([]));
    progress.note(list, page([], null));
  }
});
