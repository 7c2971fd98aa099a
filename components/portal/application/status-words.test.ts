import { expect, test } from "vitest";
import { APPLICATION_STATUSES } from "@/components/status/describe-status";
import { asksForChange, statusWords } from "./status-words";

test.each(APPLICATION_STATUSES)(
  "somebody whose application is %s is told what it means and what to do",
  (status) => {
    const { title, text, next } = statusWords(status);
    expect(title).not.toContain("“");
    expect([text, next].every((sentence) => sentence.endsWith("."))).toBe(true);
  },
);

test("only a requested revision asks the person to change something", () => {
  expect([...APPLICATION_STATUSES, null].filter(asksForChange)).toEqual(["revision_requested"]);
  expect(statusWords("revision_requested").title).toBe(
    "The organizers ask you to change your application",
  );
});

test("a status that Revento has added since is told in Revento's word and explained by nobody", () => {
  expect(statusWords("wait_listed").title).toBe("Your application is “wait listed”");
});

test("a status named like a property of every object has no words of ours", () => {
  expect(statusWords("constructor").title).toBe("Your application is “constructor”");
});

test("somebody without an application is told that there is none", () => {
  expect(statusWords(null).title).toBe("There is no application of yours here");
});
