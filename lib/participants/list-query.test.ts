import { expect, test } from "vitest";
import { searchWords } from "./list/search-words";
import { ListQuery, listQueryOf } from "./list-query";

const read = (search: string) => ListQuery.parse(listQueryOf("evt_a", new URLSearchParams(search)));

test("a bare address asks for the first fifty of everybody, and for their number", () => {
  expect(read("")).toEqual({
    eventId: "evt_a",
    address: { filters: [], q: "", sort: [], columns: null },
    cursor: undefined,
    offset: 0,
    limit: 50,
    counts: true,
  });
});

test("counts can be left out, and empty fields count as absent", () => {
  expect(read("counts=no&q=&sort=&cursor=&limit=")).toMatchObject({ counts: false, limit: 50 });
});

test("the event comes from the path, whatever the query says", () => {
  expect(read("eventId=evt_b").eventId).toBe("evt_a");
});

test.each([
  "limit=0",
  "limit=101",
  "limit=x",
  "offset=-1",
  "offset=1.5",
  "offset=1000001",
  "offset=50&cursor=abc",
  "sort=shoe",
  "f=submitted:is:today",
  `q=${"a".repeat(201)}`,
])("%s is refused", (search) => {
  expect(() => read(search)).toThrow();
});

test("the longest word of a search leads, and none is asked twice", () => {
  expect(searchWords("  ana   kovačević ana ")).toEqual(["kovačević", "ana"]);
  expect(searchWords("   ")).toEqual([]);
});
