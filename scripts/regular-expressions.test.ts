import { globSync, readFileSync } from "node:fs";
import { checkSync } from "recheck";
import { parseSync } from "vite";
import { expect, test } from "vitest";

type Pattern = { file: string; source: string; flags: string };

/**
 * Every regular expression of the product. Most are applied to text from outside; those that are not may
 * be tomorrow, so all are evaluated alike. A pattern that is put together at run time cannot be.
 */
function patternsOfProduct(): { patterns: Pattern[]; made: string[] } {
  const patterns: Pattern[] = [];
  const made: string[] = [];
  const files = globSync("{app,components,lib,server,worker}/**/*.{ts,tsx}");
  for (const file of [...files, "proxy.ts"].filter((each) => !/\.test\.tsx?$/.test(each))) {
    for (const node of nodesOf(parseSync(file, readFileSync(file, "utf8")).program)) {
      if (node.type === "Literal" && node.regex) {
        patterns.push({ file, source: node.regex.pattern, flags: node.regex.flags });
      }
      if (node.callee?.type === "Identifier" && node.callee.name === "RegExp") made.push(file);
    }
  }
  return { patterns, made };
}

type Node = {
  type?: string;
  name?: string;
  regex?: { pattern: string; flags: string };
  callee?: Node;
};

/** A syntax tree, node by node. */
function* nodesOf(tree: unknown): Generator<Node> {
  if (typeof tree !== "object" || tree === null) return;
  if (!Array.isArray(tree)) yield tree;
  for (const part of Object.values(tree)) yield* nodesOf(part);
}

function evaluate({ source, flags }: Pattern): string {
  const result = checkSync(source, flags, { timeout: 20_000 });
  return result.status === "vulnerable" ? result.complexity.summary : result.status;
}

test("no regular expression of the product takes more than linear time", () => {
  const { patterns, made } = patternsOfProduct();
  expect(patterns.length).toBeGreaterThan(50);
  const slow = patterns
    .map((pattern) => ({ ...pattern, verdict: evaluate(pattern) }))
    .filter(({ verdict }) => verdict !== "safe");
  expect(slow, "bound the text, or go through it by index").toEqual([]);
  expect(made, "write it as a literal, so that it can be evaluated").toEqual([]);
}, 60_000);

test("recheck finds the patterns that once stopped everything", () => {
  const address = { file: "", source: String.raw`[\w.+%-]+@[\w-]+(?:\.[\w-]+)+`, flags: "gi" };
  const trailing = { file: "", source: String.raw`[.,;:!?'")\]]+$`, flags: "" };
  expect([address, trailing].map(evaluate)).toEqual([
    "2nd degree polynomial",
    "2nd degree polynomial",
  ]);
});
