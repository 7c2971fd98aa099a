import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openRevento, type Revento } from "../testing/open-revento";

const README = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const EXAMPLES = [...README.matchAll(/^post ([\w/]+) '(.+)'/gm)]
  .map(([, path, body]): [string, string] => [path ?? "", body ?? ""])
  .filter(([, body]) => !body.includes("…"));

let revento: Revento;
beforeAll(async () => {
  revento = await openRevento();
});
afterAll(() => revento.close());

test.each(EXAMPLES)("the example post %s %s of the README works", async (path, body) => {
  await revento.control("POST", "reset", {});
  await revento.connect("evt_harbor");
  await revento.connect("evt_summit");
  await revento.control("POST", path, JSON.parse(body));
});

test("the README has an example of every act", () => {
  const acts = EXAMPLES.filter(([path]) => path === "act");
  expect(acts.length).toBeGreaterThanOrEqual(18);
});
