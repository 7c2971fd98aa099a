import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { Answer } from "./answer";
import { linkParts } from "./link-parts";

const MEBIBYTE = 2 ** 20;
/** Minutes are what the time of a pattern that looks at every stretch anew would be. */
const WITHIN_MS = 5_000;

const UNITS = ["a", ".", "a@a.", "http://", "(", "\u0301", "\u202e", "http://a.b/(", "a@", "-"];

const ofLength = (unit: string, length: number) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

test.each(UNITS)(
  "an answer of 1 MiB of %j is shown within seconds, and as text",
  (unit) => {
    const text = ofLength(unit, MEBIBYTE);
    expect(linkParts(text)).toEqual([{ text, href: null }]);
    const html = renderToString(<Answer value={text} />);
    expect(html).not.toContain("<a ");
  },
  WITHIN_MS,
);

test.each(UNITS)(
  "addresses are looked for in 10 KB of %j a thousand times within seconds",
  (unit) => {
    const text = ofLength(unit, 10_240);
    for (let times = 0; times < 1_000; times += 1) {
      const shown = linkParts(text).map((part) => part.text);
      if (times === 0) expect(shown.join("")).toBe(text);
    }
  },
  WITHIN_MS,
);

test("an address in a long text is a link up to 10 KB, and text in a longer one", () => {
  const text = `https://ana.example ${"x".repeat(10_220)}`;
  expect(linkParts(text)[0]?.href).toBe("https://ana.example/");
  expect(linkParts(`${text}x`)).toEqual([{ text: `${text}x`, href: null }]);
});
