import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { envExample } from "./env-example";

const DOCUMENTS = globSync([
  "README.md",
  "docs/**/*.md",
  "bench/README.md",
  "sandbox/README.md",
]).sort();
const SOURCES = globSync(
  "{app,bench,components,e2e,lib,prisma,sandbox,scripts,server,testing,worker}/**/*.{ts,tsx,mjs,sql,prisma}",
  { exclude: ["prisma/generated/**"] },
).sort();
const FOLDERS =
  "(?:app|bench|components|docs|e2e|lib|prisma|public|sandbox|scripts|server|testing|worker)";
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Record<string, string>;
};

const textOf = (file: string) => readFileSync(file, "utf8");
/** Comments, and nothing that only looks like one within a line. */
const commentsOf = (file: string) =>
  [...textOf(file).matchAll(/\/\*[\s\S]*?\*\/|^\s*(?:\/\/|--).*$/gm)]
    .map(([text]) => text)
    .join("\n");

/** `a/{b,c}.ts` names two files. */
function expanded(name: string): string[] {
  const [whole, choices] = /\{([^{}]*)\}/.exec(name) ?? [];
  if (!whole || choices === undefined) return [name];
  return choices.split(",").flatMap((choice) => expanded(name.replace(whole, choice.trim())));
}

function isThere(name: string): boolean {
  if (name.includes("*")) return globSync(name).length > 0;
  if (existsSync(name)) return true;
  // A module is named without its ending.
  return [".ts", ".tsx", ".md"].some((ending) => existsSync(name + ending));
}

const CLAUSES = new Set(
  [...textOf("docs/revento.md").matchAll(/^(?:## |\| )(\d+(?:\.\d+)?)(?:\.| \|)/gm)].map(
    ([, clause]) => clause,
  ),
);

/** Every clause that a text cites: "contract 6.2", "contract 7.1 to 7.6", "contract 3.3, 3.7 and 6". */
function citedIn(text: string): string[] {
  const cited = text.matchAll(/\bcontract (\d+(?:\.\d+)?(?:(?:,| to| and| or) \d+(?:\.\d+)?)*)/g);
  return [...cited].flatMap(([, list = ""]) => list.match(/\d+(?:\.\d+)?/g) ?? []);
}

test("the clauses of the platform are all there", () => {
  expect(CLAUSES.size).toBeGreaterThan(50);
});

test.each([...DOCUMENTS, ...SOURCES].filter((file) => citedIn(textOf(file)).length > 0))(
  "%s cites clauses that docs/revento.md has",
  (file) => {
    expect(citedIn(textOf(file)).filter((clause) => !CLAUSES.has(clause))).toEqual([]);
  },
);

test.each(DOCUMENTS)("%s names files, links and commands that exist", (file) => {
  const text = textOf(file).replace(/```[\s\S]*?```/g, "");
  const named = [...text.matchAll(new RegExp(`\`(${FOLDERS}/[^\`\\s]*)\``, "g"))]
    .flatMap(([, name = ""]) => expanded(name))
    .filter((name) => !/[<…]/.test(name));
  expect(named.filter((name) => !isThere(name))).toEqual([]);
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map(([, link = ""]) =>
    path.join(path.dirname(file), link),
  );
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
  const commands = [...textOf(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name = ""]) => name);
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});

describe("comments", () => {
  test("name files and commands that exist", () => {
    const missing = SOURCES.flatMap((file) => {
      const comments = commentsOf(file);
      const names = [
        ...comments.matchAll(new RegExp(`(?<![\\w/@.-])(${FOLDERS}/[\\w./-]*[\\w])`, "g")),
      ]
        .map(([, name = ""]) => name)
        .filter((name) => !isThere(name));
      const commands = [...comments.matchAll(/npm run ([\w:-]+)/g)]
        .map(([, name = ""]) => name)
        .filter((name) => !(name in scripts));
      return [...names, ...commands].map((name) => `${file}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  test("name decisions that exist", () => {
    const decisions = new Set(
      globSync("docs/decisions/*.md").map((file) => Number(path.basename(file).slice(0, 4))),
    );
    const missing = SOURCES.flatMap((file) =>
      [...commentsOf(file).matchAll(/\bdecision (\d+)/g)]
        .filter(([, number]) => !decisions.has(Number(number)))
        .map(([name]) => `${file}: ${name}`),
    );
    expect(missing).toEqual([]);
  });
});

test(".env.example is what lib/env.ts reads", () => {
  expect(textOf(".env.example"), "npm run env-example").toBe(envExample());
});
