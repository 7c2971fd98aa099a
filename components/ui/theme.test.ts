import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { themeFrom } from "./theme";

const STYLES = readFileSync("app/globals.css", "utf8");
const SOURCES = globSync("{app,components}/**/*.{ts,tsx}").filter(
  (file) => !/\.test\.tsx?$/.test(file),
);

const COLOURS = new Map(
  [...STYLES.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(
    ([, name, light, dark]) => [name ?? "", { light: light ?? "", dark: dark ?? "" }],
  ),
);

/** WCAG 2.2, "relative luminance". */
function luminanceOf(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrastOf(one: string, other: string): number {
  const [low = 0, high = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const TONES = ["pending", "approved", "rejected", "revision", "cancelled", "unasked"];
const GROUNDS = ["canvas", "surface", "sunken"];

const PAIRS: [text: string, ground: string, least: number][] = [
  ...GROUNDS.flatMap((ground): [string, string, number][] => [
    ["ink", ground, 7],
    ["soft", ground, 4.5],
    ["accent", ground, 4.5],
  ]),
  ["accent", "tint", 4.5],
  ["soft", "tint", 4.5],
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-hover", 4.5],
  ...["canvas", "surface"].flatMap((ground): [string, string, number][] => [
    ["edge", ground, 3],
    ["focus", ground, 3],
    ["chart", ground, 3],
    ...Array.from({ length: 8 }, (_, at): [string, string, number] => [
      `thread-${at + 1}`,
      ground,
      3,
    ]),
  ]),
  ...TONES.flatMap((tone): [string, string, number][] => [
    [tone, `${tone}-tint`, 4.5],
    [tone, "surface", 4.5],
  ]),
];

test.each(["light", "dark"] as const)("text and edges stand out in the %s scheme", (scheme) => {
  const colourOf = (name: string) => COLOURS.get(name)?.[scheme] ?? `no colour ${name}`;
  const weak = PAIRS.map(([text, ground, least]) => ({
    pair: `${text} on ${ground}`,
    least,
    contrast: contrastOf(colourOf(text), colourOf(ground)),
  })).filter(({ contrast, least }) => !(contrast >= least));
  expect(weak).toEqual([]);
});

test("every text has one of the six sizes", () => {
  const sizes = [...STYLES.matchAll(/--text-(\w+): /g)].map(([, name]) => name);
  expect(sizes).toHaveLength(6);
  const SIZED = /\btext-(xs|sm|base|lg|\d?xl|\[\d[^\]]*\])(?=["`\s])/g;
  const others = SOURCES.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(SIZED)]
      .filter(([, size]) => !sizes.includes(size ?? ""))
      .map(([text]) => `${file}: ${text}`),
  );
  expect(others).toEqual([]);
});

test("controls are 28, 36 or 44 px high", () => {
  const HEIGHT = /<(?:button|input|select|a|Link)\b[^>]*?\bmin-h-(\d+)/gs;
  const others = SOURCES.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(HEIGHT)]
      .filter(([, height]) => !["0", "6", "7", "9", "11"].includes(height ?? ""))
      .map(([, height]) => `${file}: min-h-${height}`),
  );
  expect(others).toEqual([]);
});

test("a theme that nobody knows is the system's", () => {
  expect(["dark", "light", "system", "blue", "", undefined].map(themeFrom)).toEqual([
    "dark",
    "light",
    "system",
    "system",
    "system",
    "system",
  ]);
});
