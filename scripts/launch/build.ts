import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const SOURCES = ["app", "components", "lib", "public", "prisma/schema.prisma"];
const SETTINGS = [
  "proxy.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
const STAMP = path.join(ROOT, ".next", "foyer-sources");

async function hashOfSources(): Promise<string> {
  const hash = createHash("sha256");
  for (const entry of [...SOURCES, ...SETTINGS]) {
    for (const file of await filesBelow(path.join(ROOT, entry))) {
      hash.update(path.relative(ROOT, file)).update(await readFile(file));
    }
  }
  return hash.digest("hex");
}

async function filesBelow(entry: string): Promise<string[]> {
  // A clone has no empty folders: what is not there has no sources.
  const found = await stat(entry).catch(() => null);
  if (!found?.isDirectory()) return found ? [entry] : [];
  const entries = await readdir(entry, { withFileTypes: true, recursive: true });
  return entries
    .filter((each) => each.isFile())
    .map((each) => path.join(each.parentPath, each.name))
    .sort();
}

/** Builds the pages for production unless the last build was made of the very same sources. */
export async function buildIfChanged(logFile: string, say: (line: string) => void): Promise<void> {
  const hash = await hashOfSources();
  const built = await readFile(STAMP, "utf8").catch(() => "");
  if (built === hash) return;
  say("Building the pages (half a minute, only when the sources changed)…");
  // What Next keeps of the last build does not know of a database client that was generated since.
  await rm(path.join(ROOT, ".next", "cache"), { recursive: true, force: true });
  await mkdir(path.dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  const code = await new Promise<number | null>((resolve, reject) => {
    const next = path.join(ROOT, "node_modules", "next", "dist", "bin", "next");
    const child = spawn(process.execPath, [next, "build"], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.pipe(log);
    child.stderr.pipe(log);
    child.once("error", reject);
    child.once("exit", resolve);
  });
  if (code !== 0) {
    throw new Error(`The build failed:\n${(await readFile(logFile, "utf8")).slice(-4_000)}`);
  }
  await writeFile(STAMP, hash);
}
