import { expect, test } from "vitest";
import { questionOf } from "@/lib/list-address/list-address";
import { readFilter } from "@/lib/list-address/list-filter";
import { countedQuestion } from "./counted-question";

test("the order of a list changes no count, and so asks for none", () => {
  const filter = readFilter("answers.a%3Ab:is:x%2Cy,z");
  if (!filter) throw new Error("no filter");
  const question = { filters: [filter], q: "a&b=ü", sort: ["-submitted", "answers.x"] };
  expect(countedQuestion(questionOf(question))).toBe(questionOf({ ...question, sort: [] }));
});
