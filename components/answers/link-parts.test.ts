import fc from "fast-check";
import { expect, test } from "vitest";
import { linkParts } from "./link-parts";
import { mayHoldLink } from "./may-hold-link";

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

test("a text without anything that an address needs holds none", () => {
  const piece = fc.constantFrom(
    "https://",
    "http:",
    "//",
    "mailto:",
    "a",
    "x.org",
    "@",
    ".",
    " ",
    "www.",
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
  fc.assert(fc.property(text, (any) => mayHoldLink(any) || linksOf(any).length === 0));
});
