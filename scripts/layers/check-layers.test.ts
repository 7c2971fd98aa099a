import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findLayerBreaks } from "./check-layers";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "foyer-layers-"));
});

afterEach(() => rm(root, { recursive: true, force: true }));

/** Writes files of nothing but imports, and answers what is broken by them. */
async function breaksOf(files: Record<string, string[]>): Promise<string[]> {
  for (const [name, imports] of Object.entries(files)) {
    await mkdir(path.join(root, path.dirname(name)), { recursive: true });
    const lines = imports.map((from, at) => `import type { A as A${at} } from "${from}";`);
    await writeFile(path.join(root, name), [...lines, "export type A = 1;"].join("\n"));
  }
  return findLayerBreaks(root, Object.keys(files));
}

const LEAVES = {
  "lib/db.ts": [],
  "lib/errors.ts": [],
  "lib/members/actor.ts": [],
  "lib/members/member-view.ts": [],
  "lib/list-address/list-address.ts": [],
  "lib/portal/visitor.ts": [],
  "sandbox/clock.ts": [],
};

test.each<[string, string, string]>([
  ["a lower domain a higher one", "lib/live/hub.ts", "@/lib/portal/visitor"],
  ["a foundation a domain", "lib/log.ts", "@/lib/members/actor"],
  ["the address grammar anything of ours", "lib/list-address/a.ts", "@/lib/errors"],
  ["a component what is no view", "components/ui/a.tsx", "@/lib/members/actor"],
  ["a component a higher one", "components/ui/a.tsx", "@/components/people/list"],
  ["a page the database", "app/page.tsx", "@/lib/db"],
  ["lib a page", "lib/members/a.ts", "@/app/page"],
  ["the product the sandbox", "worker/main.ts", "@/sandbox/clock"],
  ["the sandbox the product", "sandbox/main.ts", "@/lib/errors"],
  ["a test of the sandbox the product", "sandbox/main.test.ts", "@/lib/errors"],
  ["the product what is beside it", "server/main.ts", "@/testing/eventually"],
  ["a folder without a row anything", "extra/main.ts", "@/lib/errors"],
  ["anything what is not there", "lib/log.ts", "@/lib/nothing"],
])("%s is refused: %s → %s", async (_, importer, imported) => {
  const others = {
    "components/people/list.tsx": [],
    "app/page.tsx": [],
    "testing/eventually.ts": [],
  };
  const breaks = await breaksOf({ ...LEAVES, ...others, [importer]: [imported] });
  expect(breaks.length).toBeGreaterThan(0);
  for (const line of breaks) expect(line).toContain(importer);
});

test("circles are found, of types as well", async () => {
  const breaks = await breaksOf({ "lib/live/a.ts": ["./b"], "lib/live/b.ts": ["./a"] });
  expect(breaks.join()).toContain("no circles");
});

test("what the table allows is allowed, and tests look inside", async () => {
  const allowed = {
    "lib/members/a.ts": ["@/lib/errors", "@/lib/db", "./actor"],
    "components/ui/a.tsx": ["@/lib/members/member-view", "@/lib/list-address/list-address"],
    "components/ui/a.test.tsx": ["@/lib/members/actor", "@/lib/db"],
    "app/page.tsx": ["@/lib/members/actor", "@/components/ui/a"],
    "testing/world.ts": ["@/sandbox/clock", "@/lib/db"],
  };
  expect(await breaksOf({ ...LEAVES, ...allowed })).toEqual([]);
});
