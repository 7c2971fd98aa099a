import { expect, test } from "vitest";
import { linkParts } from "./link-parts";

const linksOf = (text: string) => linkParts(text).flatMap(({ href }) => href ?? []);

test("an address becomes a link, and the words around it stay words", () => {
  expect(linkParts("See https://ana.example/talk?a=1, or write to ana@ana.example.")).toEqual([
    { text: "See ", href: null },
    { text: "https://ana.example/talk?a=1", href: "https://ana.example/talk?a=1" },
    { text: ", or write to ", href: null },
    { text: "ana@ana.example", href: "mailto:ana@ana.example" },
    { text: ".", href: null },
  ]);
});

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "//evil.example",
  "file:///etc/passwd",
  "https://",
  "no address at all",
  "",
])("what is no safe address is no link: %s", (text) => {
  expect(linksOf(text)).toEqual([]);
  expect(
    linkParts(text)
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
});
