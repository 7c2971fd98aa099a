/**
 * `npm run bench [-- --smoke] [name…]`: runs the benches named, or all, one after the other, and prints one
 * table. A missed goal is a measurement and ends with 0; a bench that cannot run ends with 1. With `--smoke`
 * each measures once, as little as it can: `npm test` sees by that that all of them can run.
 */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { stateFolder } from "@/scripts/state-folder";
import type { Bench } from "./bench-run";
import type { Measure } from "./measure";
import { printTable } from "./print-table";
import { Started } from "./started";

/** Loaded only when run: one of them reads the environment that it has set for itself. */
const BENCHES: Record<string, () => Promise<Bench>> = {
  "accept-deliveries": async () => (await import("./accept-deliveries")).acceptDeliveries,
  "live-latency": async () => (await import("./live-latency")).liveLatency,
  "event-day": async () => (await import("./event-day")).eventDay,
  fairness: async () => (await import("./fairness")).fairness,
  "first-sync": async () => (await import("./first-sync")).firstSync,
  list: async () => (await import("./list")).list,
  "list-in-browser": async () => (await import("./list-in-browser")).listInBrowser,
  mirror: async () => (await import("./mirror")).mirror,
  "open-pages": async () => (await import("./open-pages")).openPages,
  "portal-first-page": async () => (await import("./portal-first-page")).portalFirstPage,
  reviews: async () => (await import("./reviews")).reviews,
  sizes: async () => (await import("./sizes")).sizes,
};

function namesFrom(args: string[]): string[] {
  const unknown = args.filter((name) => !(name in BENCHES));
  if (unknown.length > 0) {
    throw new Error(
      `No such bench: ${unknown.join(", ")}. There are ${Object.keys(BENCHES).join(", ")}.`,
    );
  }
  return Object.keys(BENCHES).filter((name) => args.length === 0 || args.includes(name));
}

function interruption(started: Started): Promise<never> {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, () => started.interrupt());
  return new Promise((_, reject) => {
    started.interrupted.addEventListener("abort", () => reject(started.interrupted.reason));
  });
}

async function runOne(name: string, folder: string, isSmoke: boolean): Promise<Measure[]> {
  console.log(`\n── ${name}`);
  const started = new Started();
  const say = (line: string) => console.log(`   ${line}`);
  const bench = await BENCHES[name]?.();
  if (!bench) return [];
  try {
    const measured = bench({ folder, started, say, isSmoke });
    return requireNumbers(await Promise.race([measured, interruption(started)]));
  } finally {
    await started.endAll();
  }
}

/** A bench that measured nothing could not run, either. */
function requireNumbers(measures: Measure[]): Measure[] {
  const empty = measures.find(({ ratio }) => !Number.isFinite(ratio));
  if (empty) throw new Error(`“${empty.measure}” was not measured: ${empty.ours}`);
  if (measures.length === 0) throw new Error("nothing was measured");
  return measures;
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const names = namesFrom(args.filter((arg) => arg !== "--smoke"));
  const isSmoke = args.includes("--smoke");
  const folder = path.join(await stateFolder(), "bench");
  await mkdir(folder, { recursive: true });
  const measures: Measure[] = [];
  let code = 0;
  for (const name of names) {
    try {
      measures.push(...(await runOne(name, folder, isSmoke)));
    } catch (error) {
      if (error instanceof Error && error.message === "interrupted") return 130;
      console.error(`   ${name} could not run:`, error);
      code = 1;
    }
  }
  // So little of a bench says nothing of its goals.
  if (isSmoke) console.log(`\n   ${measures.length} measures, each of them a number`);
  else if (measures.length > 0) printTable(measures);
  return code;
}

process.exit(
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }),
);
