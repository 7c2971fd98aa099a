// Runs before npm start, test, dev, verify and bench, on whatever Node the machine has and before
// anything is installed: so only Node's own modules here, and nothing newer than Node 20.19.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const stamps = path.join(root, "node_modules", ".foyer-setup");

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Foyer needs Node 20.19 or newer to begin with; this is ${process.versions.node}.`);
  process.exit(1);
}

function hashOf(...files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

function isDone(step, hash) {
  const stamp = path.join(stamps, step);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

function markDone(step, hash) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(path.join(stamps, step), hash);
}

function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  console.error(error?.message ?? `${[command, ...args].join(" ")} ended with ${status}.`);
  process.exit(1);
}

const packages = hashOf("package.json", "package-lock.json");
if (!isDone("packages", packages)) {
  console.log("Installing packages (about a minute, once)…");
  // Not `npm ci`: it refuses a lockfile made where a registry lacks packages of other platforms.
  run("npm", ["install", "--no-save", "--loglevel=error"]);
  markDone("packages", packages);
}

const schema = hashOf("prisma/schema.prisma", "package-lock.json");
if (!isDone("prisma", schema) || !existsSync(path.join(root, "prisma", "generated"))) {
  console.log("Generating the database client…");
  const bin = path.join(root, "node_modules", ".bin");
  const node = path.join(bin, process.platform === "win32" ? "node.exe" : "node");
  // `generate` never runs the native engine, but would download it: any executable stands in.
  run(path.join(bin, "prisma"), ["generate"], {
    PRISMA_SCHEMA_ENGINE_BINARY: node,
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  });
  markDone("prisma", schema);
}
