import { expect, test } from "vitest";
import { END_CAUSES, meaningOf } from "@/lib/connections/connection-states";
import { connectionWords } from "./connection-words";

test("every way a connection can end has its own sentence and its own title", () => {
  const sentences = END_CAUSES.map((cause) => {
    const { because, title, hasEnded } = connectionWords(meaningOf(cause).state, cause);
    expect(hasEnded).toBe(true);
    expect(title).not.toBe("This event is not connected");
    return because;
  });
  expect(sentences).not.toContain(null);
  expect(new Set(sentences).size).toBe(END_CAUSES.length);
});

test("a connection that lives or is being erased offers no other", () => {
  for (const state of ["active", "preparing", "erasing"]) {
    expect(connectionWords(state, "connected")).toMatchObject({ hasEnded: false, because: null });
  }
});
