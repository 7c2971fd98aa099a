import { describe, expect, test } from "vitest";
import { type ListFilter, readFilter, writeFilter } from "@/lib/list-address/list-filter";
import { valuesOf, withChoice, withFlag, withReplaced, withValues } from "./edit-filters";

const read = (...texts: string[]) => texts.map((text) => readFilter(text) as ListFilter);
const write = (filters: ListFilter[]) => filters.map(writeFilter);

describe("editing the filters of a list", () => {
  test("a value that is asked for joins the others of its field, in its place", () => {
    const filters = read("answers.track:is:AI", "role:is:guest");
    expect(write(withChoice(filters, "answers.track", "Web", "is"))).toEqual([
      "answers.track:is:AI,Web",
      "role:is:guest",
    ]);
  });

  test("a value is never included and excluded at once", () => {
    const filters = read("answers.track:is:AI,Web", "answers.track:not:Art");
    expect(write(withChoice(filters, "answers.track", "AI", "not"))).toEqual([
      "answers.track:is:Web",
      "answers.track:not:Art,AI",
    ]);
  });

  test("the last value takes its filter away", () => {
    expect(withChoice(read("role:not:guest"), "role", "guest", null)).toEqual([]);
    expect(withValues(read("name:contains:a"), "name", "contains", [])).toEqual([]);
  });

  test("what an address says twice is one filter once it is edited", () => {
    const filters = read("name:contains:a", "role:is:guest", "name:contains:b");
    expect(valuesOf(filters, "name", "contains")).toEqual(["a", "b"]);
    expect(write(withValues(filters, "name", "contains", ["b", "c"]))).toEqual([
      "name:contains:b,c",
      "role:is:guest",
    ]);
  });

  test("answered is turned on once, and off", () => {
    const on = withFlag(read("answers.x:answered"), "answers.x", "answered", true);
    expect(write(on)).toEqual(["answers.x:answered"]);
    expect(withFlag(on, "answers.x", "answered", false)).toEqual([]);
  });

  test("one of two ranges is changed, the other stays", () => {
    const filters = read("answers.age:between:1,5", "answers.age:between:10,15");
    const [first = null] = filters;
    const [next = null] = read("answers.age:outside:1,6");
    expect(write(withReplaced(filters, first, next))).toEqual([
      "answers.age:outside:1,6",
      "answers.age:between:10,15",
    ]);
    expect(write(withReplaced(filters, first, null))).toEqual(["answers.age:between:10,15"]);
    expect(write(withReplaced([], null, next))).toEqual(["answers.age:outside:1,6"]);
  });
});
