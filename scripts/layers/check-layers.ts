import path from "node:path";
import {
  cruise,
  type ICruiseResult,
  type IForbiddenRuleType,
  type IViolation,
} from "dependency-cruiser";
import { LAYERS } from "./layers";

const TESTS = "\\.(test|e2e)\\.tsx?$";
const VIEWS = ["^lib/.+-view\\.ts$", "^lib/list-address/"];
/** The top folders that the table knows. */
const OURS = `^(${[...new Set(Object.keys(LAYERS).map((layer) => layer.split("/")[0]))].join("|")})/`;

/** Which files a name in the table stands for, as regular expressions. `name*` is the layer and all below it. */
function filesOf(name: string): string[] {
  if (name === "views") return VIEWS;
  if (name === "lib") return ["^lib/[^/]+$"];
  return [`^${name.endsWith("*") ? name.slice(0, -1) : name}/`];
}

/** What the table says, as rules of dependency-cruiser, and what holds besides it. */
const RULES: IForbiddenRuleType[] = [
  ...Object.entries(LAYERS).map(
    ([layer, uses]): IForbiddenRuleType => ({
      name: `${layer} may import ${["itself", ...uses].join(", ")}`,
      severity: "error",
      // Tests look at everything but the sandbox from inside, and nothing looks out of it.
      from: { path: filesOf(layer), ...(layer === "sandbox" ? {} : { pathNot: TESTS }) },
      to: { path: OURS, pathNot: [layer, ...uses].flatMap(filesOf) },
    }),
  ),
  {
    name: "every folder has its row in the table of layers",
    severity: "error",
    from: { path: "/", pathNot: Object.keys(LAYERS).flatMap(filesOf) },
    to: {},
  },
  {
    name: "product and sandbox meet over HTTP only",
    severity: "error",
    from: { path: "^(app|components|lib|server|worker)/" },
    to: { path: "^sandbox/" },
  },
  {
    name: "only lib/ reaches the database",
    severity: "error",
    from: { path: "^(app|components|server|worker)/", pathNot: TESTS },
    to: { path: ["^lib/db\\.ts$", "^prisma/", "node_modules/(pg|@prisma)/"] },
  },
  {
    name: "no circles",
    severity: "error",
    from: {},
    to: { circular: true },
  },
  {
    name: "what runs is a dependency, not a development one",
    severity: "error",
    from: {
      path: "^(app|components|lib|server|worker|sandbox)/|^proxy\\.ts$",
      pathNot: TESTS,
    },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  },
  {
    name: "every import is found",
    severity: "error",
    from: {},
    to: { couldNotResolve: true },
  },
];

const FOLDERS = ["app", "components", "lib", "server", "worker", "sandbox"];
const BESIDE = ["scripts", "testing", "bench", "e2e"];
const EVERYTHING = [...FOLDERS, ...BESIDE, "proxy.ts"];

/** What breaks `RULES` below `root`, one line each. `from` are the files and folders to start with. */
export async function findLayerBreaks(
  root: string,
  from: readonly string[] = EVERYTHING,
): Promise<string[]> {
  return (await cruiseImports(root, from)).summary.violations.map(lineOf);
}

/** Which layers import which, without tests: what the code does, where the table says what it may. */
export async function readLayerImports(root: string): Promise<Map<string, string[]>> {
  const { modules } = await cruiseImports(root, EVERYTHING);
  const imports = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const from = layerOf(source);
    if (!from || new RegExp(TESTS).test(source)) continue;
    for (const { resolved } of dependencies) {
      const to = layerOf(resolved);
      if (!to || to === from) continue;
      imports.set(from, (imports.get(from) ?? new Set()).add(to));
    }
  }
  return new Map([...imports].sort().map(([from, to]) => [from, [...to].sort()]));
}

function layerOf(file: string): string | undefined {
  const layers = Object.keys(LAYERS).filter((layer) =>
    filesOf(layer).some((pattern) => new RegExp(pattern).test(file)),
  );
  return layers.find((layer) => layer !== "lib") ?? layers[0];
}

async function cruiseImports(root: string, from: readonly string[]): Promise<ICruiseResult> {
  const { output } = await cruise(
    [...from],
    {
      baseDir: root,
      // TypeScript 7 has no API that dependency-cruiser could use.
      parser: "swc",
      tsPreCompilationDeps: true,
      doNotFollow: "node_modules",
      exclude: "^prisma/generated/|^\\.next/",
      ruleSet: { forbidden: RULES },
      validate: true,
    },
    {
      alias: { "@": path.resolve(root) },
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  );
  if (typeof output === "string") throw new Error(output);
  return output;
}

function lineOf({ from, to, rule, cycle }: IViolation): string {
  const way = cycle ? cycle.map(({ name }) => name).join(" → ") : to;
  return `${from} → ${way}: ${rule.name}`;
}
