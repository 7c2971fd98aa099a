import { readLayerImports } from "./check-layers";

/** The document that `npm run graph` writes: imports between layers as they are, of the domains as a drawing. */
export async function layerGraph(root: string): Promise<string> {
  const imports = await readLayerImports(root);
  const domains = new Map(
    [...imports]
      .filter(([layer]) => layer.startsWith("lib/"))
      .map(([layer, to]) => [layer, to.filter((other) => other.startsWith("lib/"))]),
  );
  const arrows = [...withoutDetours(domains)].flatMap(([from, to]) =>
    to.map((other) => `  ${nodeOf(from)} --> ${nodeOf(other)}`),
  );
  const rows = [...imports].map(([layer, to]) => `| \`${layer}\` | ${to.map(inCode).join(", ")} |`);
  return `# Imports between layers

Written by \`npm run graph\`; \`npm run verify\` fails when it is out of date. What each layer *may* import is the table in
\`scripts/layers/layers.ts\`. Tests are left out.

The domains of \`lib/\`. An arrow is left out where a longer way leads to the same layer.

\`\`\`mermaid
flowchart TD
${arrows.join("\n")}
\`\`\`

| layer | imports |
|---|---|
${rows.join("\n")}
`;
}

function inCode(layer: string): string {
  return `\`${layer}\``;
}

function nodeOf(layer: string): string {
  return layer.replace("lib/", "");
}

/** The same arrows without those that another way makes superfluous (transitive reduction). */
function withoutDetours(imports: ReadonlyMap<string, string[]>): Map<string, string[]> {
  const reaches = (from: string, to: string): boolean =>
    (imports.get(from) ?? []).some((next) => next === to || reaches(next, to));
  return new Map(
    [...imports].map(([from, to]) => [
      from,
      to.filter((one) => !to.some((other) => other !== one && reaches(other, one))),
    ]),
  );
}
