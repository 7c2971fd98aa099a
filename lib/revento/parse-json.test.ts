import { expect, test } from "vitest";
import { parseReventoJson } from "./parse-json";

test("a number keeps its digits, as text where JavaScript would round it", () => {
  const text =
    '{"long": 12345678901234567890, "exact": 9007199254740991, "price": 19.90, "huge": 1e400, "deep": [{"pi": 3.14159265358979323846}], "round": 100000000000000000000}';
  expect(parseReventoJson(text)).toEqual({
    long: "12345678901234567890",
    exact: 9_007_199_254_740_991,
    price: 19.9,
    huge: "1e400",
    deep: [{ pi: "3.14159265358979323846" }],
    round: 1e20,
  });
});

test("digits inside a text stay what they are", () => {
  expect(parseReventoJson('{"phone": "00385912345678901234567890", "n": 1}')).toEqual({
    phone: "00385912345678901234567890",
    n: 1,
  });
});

test("a field may be called __proto__, or nothing at all", () => {
  const long = 12345678901234567890n;
  const parsed = parseReventoJson(`{"__proto__": {"a": 1}, "": 2, "n": ${long}}`) as object;
  expect(Object.entries(parsed)).toEqual([
    ["__proto__", { a: 1 }],
    ["", 2],
    ["n", String(long)],
  ]);
});

test("what is not JSON is refused", () => {
  expect(() => parseReventoJson('{"a": 12345678901234567890')).toThrow(SyntaxError);
});
