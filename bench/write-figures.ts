import { writeFile } from "node:fs/promises";
import path from "node:path";
import { isMet, type Measure } from "./measure";

const FILE = path.resolve(import.meta.dirname, "../docs/figures.md");

/** Keeps what a bench has measured last where people look for it. */
export async function writeFigures(bench: string, measures: readonly Measure[]): Promise<void> {
  const rows = measures.map((measure) => {
    const { measure: what, ours, theirs, ratio } = measure;
    return `| ${what} | ${ours} | ${theirs} | ${ratio.toFixed(2)} | ${isMet(measure) ? "yes" : "no"} |`;
  });
  const text = `# Figures

What \`npm run bench ${bench}\` measured last, on ${new Date().toISOString().slice(0, 10)}. Ratios are what counts; the numbers beside them are of the machine that ran it, whose cores the pages, the product and PostgreSQL share. [How it is measured](../bench/README.md).

| what | measured | at rest / bound | ratio | met |
|---|---|---|---|---|
${rows.join("\n")}
`;
  await writeFile(FILE, text);
}
