import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readListAddress, writeListAddress } from "./list-address";
import { FILTER_OPERATORS, type ListFilter, readFilter, writeFilter } from "./list-filter";

const read = (search: string) => readListAddress(new URLSearchParams(search));
const word = fc
  .string({ minLength: 1, maxLength: 20, unit: "grapheme" })
  .filter((text) => !text.includes("\0"));

const answered: fc.Arbitrary<ListFilter> = fc.record({
  field: word.map((key) => `answers.${key}`),
  operator: fc.constantFrom("is", "not", "contains", "lacks"),
  values: fc.uniqueArray(word, { minLength: 1, maxLength: 5 }),
});

describe("a list's address", () => {
  test("of nothing asks for everything", () => {
    expect(read("")).toEqual({
      address: { filters: [], q: "", sort: [], columns: null },
      dropped: [],
    });
  });

  test("comes back as it was, whatever fields and answers are called", () => {
    fc.assert(
      fc.property(
        fc.array(answered, { maxLength: 5 }),
        fc.uniqueArray(
          word.filter((key) => !key.startsWith("-")),
          { maxLength: 5 },
        ),
        fc.option(fc.uniqueArray(word, { maxLength: 8 })),
        (filters, keys, columns) => {
          const sort = keys.map((key, at) => `${at % 2 ? "-" : ""}answers.${key}`);
          const address = { filters, q: "", sort, columns };
          const text = writeListAddress(address).toString();
          expect(read(text)).toEqual({ address, dropped: [] });
        },
      ),
    );
  });

  test("reads the statuses that the outside relies on, each of them once", () => {
    expect(read("status=pending&status=none&status=pending").address.filters).toEqual([
      { field: "status", operator: "is", values: ["pending", "none"] },
    ]);
  });

  test("drops what it does not understand, names it, and keeps the rest", () => {
    const { address, dropped } = read(
      "f=age:is:1&f=answers.x:is:A&f=submitted:between:2026-02-30,&f=name:contains&f=x%2&sort=name,-name,shoe&q=ana",
    );
    expect(address).toMatchObject({
      filters: [{ field: "answers.x", operator: "is", values: ["A"] }],
      q: "ana",
      sort: ["name"],
    });
    expect(dropped.map(({ name, text }) => `${name}=${text}`)).toEqual([
      "f=age:is:1",
      "f=submitted:between:2026-02-30,",
      "f=name:contains",
      "f=x%2",
      "sort=-name",
      "sort=shoe",
    ]);
  });

  test("has five keys of order at the most", () => {
    const { address, dropped } = read("sort=name,email,role,status,updated,submitted");
    expect(address.sort).toHaveLength(5);
    expect(dropped).toEqual([{ name: "sort", text: "submitted" }]);
  });
});

describe("a filter", () => {
  test.each([
    "status:is:pending,none",
    "submitted:between:2026-01-31,",
    "answers.age:outside:18,65.5",
    "answers.a%3Ab%2Cc%25:not:x%2Cy",
    "email:contains:example.org",
    "answers.x:unanswered",
  ])("%s is read and written again", (text) => {
    expect(writeFilter(readFilter(text) as ListFilter)).toBe(text);
  });

  test.each([
    "submitted:is:2026-01-31",
    "submitted:between:,",
    "submitted:between:1,2",
    "submitted:between:0000-01-01,",
    "answers.age:between:1,2026-01-01",
    "answers.age:between:1e3,",
    "status:contains:a",
    "answers.:is:a",
    "answers.x:is:",
    "answers.x:answered:yes",
    "answers.x:is:a:b",
    "constructor:is:a",
    `answers.x:is:${"a".repeat(201)}`,
    `answers.x:is:${Array.from({ length: 51 }, (_, n) => n).join()}`,
  ])("%s is refused", (text) => {
    expect(readFilter(text)).toBeNull();
  });

  test("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...FILTER_OPERATORS), fc.string(), (a, b, c) => {
        readFilter(a);
        readFilter(`answers.${a}:${b}:${c}`);
      }),
    );
  });
});

test("all filters together ask for two hundred values at the most", () => {
  const filter = (at: number) =>
    `answers.f${at}:is:${Array.from({ length: 50 }, (_, n) => `v${n}`).join(",")}`;
  const search = new URLSearchParams(Array.from({ length: 5 }, (_, at) => ["f", filter(at)]));
  const { address, dropped } = readListAddress(search);
  expect(address.filters).toHaveLength(4);
  expect(dropped).toEqual([{ name: "f", text: filter(4) }]);
});
