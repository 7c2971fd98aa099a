/**
 * `npm run graph`: writes docs/graph.md. Without `--write`, as part of `npm run verify`: checks all imports against
 * the table in layers.ts, and that the document is up to date.
 */
import { readFile, writeFile } from "node:fs/promises";
import { findLayerBreaks } from "./check-layers";
import { layerGraph } from "./layer-graph";

const DOCUMENT = "docs/graph.md";

const graph = await layerGraph(process.cwd());
if (process.argv.includes("--write")) {
  await writeFile(DOCUMENT, graph);
  process.exit(0);
}
const breaks = await findLayerBreaks(process.cwd());
if ((await readFile(DOCUMENT, "utf8").catch(() => "")) !== graph) {
  breaks.push(`${DOCUMENT} is out of date: npm run graph`);
}
for (const line of breaks) console.error(line);
process.exit(breaks.length > 0 ? 1 : 0);
