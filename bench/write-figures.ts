import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { isMet, type Measure } from "./measure";

const FILE = path.resolve(import.meta.dirname, "../docs/figures.md");

const HEAD = `# Figures

Ratios are what counts; the numbers beside them are of the machine that ran it, whose cores the pages, the product and PostgreSQL share. [How it is measured](../bench/README.md).
`;

/** Keeps what a bench has measured last where people look for it; what others have measured stays. */
export async function writeFigures(bench: string, measures: readonly Measure[]): Promise<void> {
  const rows = measures.map((measure) => {
    const { measure: what, ours, theirs, ratio } = measure;
    return `| ${what} | ${ours} | ${theirs} | ${ratio.toFixed(2)} | ${isMet(measure) ? "yes" : "no"} |`;
  });
  const section = `## ${bench}

What \`npm run bench ${bench}\` measured last, on ${new Date().toISOString().slice(0, 10)}.

| what | measured | the other side / bound | ratio | met |
|---|---|---|---|---|
${rows.join("\n")}
`;
  const [, ...before] = (await readFile(FILE, "utf8")).split(/^(?=## )/m);
  const others = before.filter((each) => !each.startsWith(`## ${bench}\n`));
  const sections = [...others.map((each) => `${each.trimEnd()}\n`), section];
  await writeFile(FILE, [HEAD, ...sections.sort()].join("\n"));
}
