import { expect, test } from "vitest";
import { ListQuery, listQueryOf, searchWords } from "./list-query";

const read = (search: string) => ListQuery.parse(listQueryOf("evt_a", new URLSearchParams(search)));

test("a bare address asks for the newest fifty of every status", () => {
  expect(read("")).toEqual({
    eventId: "evt_a",
    status: [],
    q: "",
    sort: "-submitted",
    cursor: undefined,
    limit: 50,
  });
});

test("a status repeats, and empty fields count as absent", () => {
  expect(read("status=pending&status=approved&q=&sort=&cursor=&limit=")).toMatchObject({
    status: ["pending", "approved"],
    q: "",
    limit: 50,
  });
});

test("the event comes from the path, whatever the query says", () => {
  expect(read("eventId=evt_b").eventId).toBe("evt_a");
});

test.each(["limit=0", "limit=101", "limit=x", "sort=email", "q=%00", `q=${"a".repeat(201)}`])(
  "%s is refused",
  (search) => {
    expect(() => read(search)).toThrow();
  },
);

test("the longest word of a search leads, and none is asked twice", () => {
  expect(searchWords("  ana   kovačević ana ")).toEqual(["kovačević", "ana"]);
  expect(searchWords("   ")).toEqual([]);
});
