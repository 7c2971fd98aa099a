import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const WATCHER = path.join(ROOT, "node_modules", "tsx", "dist", "cli.mjs");
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 12_000;

export type Part = {
  name: string;
  pid: number;
  logFile: string;
  /** Settles once the process is gone, with its exit code or signal in words. */
  ended: Promise<string>;
  /** SIGTERM, and SIGKILL for a process that is still there after 12 s. */
  stop(): Promise<void>;
  kill(signal: NodeJS.Signals): void;
};

type Options = {
  name: string;
  /** What is run, from the root of the checkout. */
  script: string;
  args?: string[];
  env: Record<string, string>;
  /** The part of its output that says it is ready. */
  readyLine: RegExp;
  logFile: string;
  echo?: boolean;
  /** Starts it again whenever a file that it loaded changes. */
  watch?: boolean;
};

/**
 * Starts one process of the product in a process group of its own, so that Ctrl-C reaches only the
 * one that started it. Resolves when it says it is ready; throws with its last words when it does not, or
 * when the signal is aborted first.
 */
export async function startPart(options: Options, signal?: AbortSignal): Promise<Part> {
  const { name, script, args = [], env, readyLine, logFile, echo = false, watch = false } = options;
  const runner = watch ? [WATCHER, "watch", "--clear-screen=false"] : ["--import", "tsx"];
  const child = spawn(process.execPath, [...runner, script, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, killer) => {
      resolve(killer ? `killed by ${killer}` : `exit code ${code}`);
    });
  });
  const giveUp = () => void child.kill("SIGKILL");
  signal?.addEventListener("abort", giveUp);
  const lastWords = await untilReady(child, readyLine, logFile, echo);
  signal?.removeEventListener("abort", giveUp);
  if (lastWords !== null) {
    child.kill("SIGKILL");
    throw new Error(`${name} did not start:\n${lastWords}`);
  }
  return {
    name,
    pid: child.pid ?? 0,
    logFile,
    ended,
    kill: (signal) => void child.kill(signal),
    stop: async () => {
      child.kill("SIGTERM");
      const force = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
      await ended;
      clearTimeout(force);
    },
  };
}

/** Answers null when the child is ready, or what it said before it failed. */
function untilReady(
  child: ChildProcess,
  readyLine: RegExp,
  logFile: string,
  echo: boolean,
): Promise<string | null> {
  const log = createWriteStream(logFile, { flags: "a" });
  let words = "";
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => resolve(words.slice(-2_000)), READY_WITHIN_MS);
    const settle = (outcome: string | null) => {
      clearTimeout(giveUp);
      resolve(outcome);
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        log.write(chunk);
        if (echo) process.stdout.write(chunk);
        words = (words + chunk.toString("utf8")).slice(-8_000);
        if (readyLine.test(words)) settle(null);
      });
    }
    child.once("error", (error) => settle(error.message));
    child.once("exit", () => settle(words.slice(-2_000)));
  });
}
