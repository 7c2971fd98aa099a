import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { findFreePort, isPortFree } from "@/scripts/ports";
import { makeStateFolder } from "./support/make-state-folder";
import { controlOf } from "./support/test-sandbox";

type Start = { process: ChildProcess; output: () => string; ended: Promise<number | null> };

let stateDir: string;
let appPort: number;
let sandboxPort: number;
let running: Start | undefined;

function start(): Start {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    env: {
      ...process.env,
      FOYER_STATE_DIR: stateDir,
      PORT: String(appPort),
      SANDBOX_PORT: String(sandboxPort),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8");
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  running = { process: child, output: () => output, ended };
  return running;
}

async function untilItSays(started: Start, text: string): Promise<void> {
  const code = await Promise.race([
    started.ended,
    new Promise<"said">((resolve) => {
      const look = () => started.output().includes(text) && resolve("said");
      started.process.stdout?.on("data", look);
    }),
  ]);
  if (code !== "said") throw new Error(`it ended with ${code}:\n${started.output()}`);
}

/** Processes whose command line or environment names this state folder. */
async function leftovers(): Promise<string[]> {
  const ps = spawn("ps", ["-eo", "pid,args"]);
  let text = "";
  ps.stdout.on("data", (chunk: Buffer) => {
    text += chunk.toString("utf8");
  });
  await new Promise((resolve) => ps.once("close", resolve));
  return text.split("\n").filter((line) => line.includes(stateDir));
}

beforeAll(async () => {
  stateDir = await makeStateFolder("foyer-start-");
  appPort = await findFreePort(3900);
  sandboxPort = await findFreePort(appPort + 1);
});

afterEach(async () => {
  running?.process.kill("SIGINT");
  await running?.ended;
  running = undefined;
});

afterAll(() => rm(stateDir, { recursive: true, force: true }));

describe("npm start", () => {
  test("prints both addresses and three things to try, and Ctrl-C leaves no process and no open port", async () => {
    const first = start();
    await untilItSays(first, "Ctrl-C");
    expect(first.output()).toContain(`http://127.0.0.1:${appPort}`);
    expect(first.output()).toContain(`http://localhost:${sandboxPort}`);
    expect(first.output()).toMatch(/1\. .*\n\s+2\. .*\n\s+3\. /);
    expect((await fetch(`http://127.0.0.1:${appPort}/api/ready`)).status).toBe(200);
    const control = controlOf(`http://localhost:${sandboxPort}`);
    await control("act", { action: "update_event", event_id: "evt_harbor", title: "Kept title" });

    first.process.kill("SIGINT");
    expect(await first.ended).toBe(0);
    expect(await isPortFree(appPort)).toBe(true);
    expect(await isPortFree(sandboxPort)).toBe(true);
    expect(await leftovers()).toEqual([]);
  });

  test("a second start finds the data of the first", async () => {
    const second = start();
    await untilItSays(second, "Ctrl-C");
    expect(second.output()).not.toContain("Building");
    const page = await fetch(
      `http://localhost:${sandboxPort}/_control/participants?event_id=evt_harbor`,
    );
    expect(page.status).toBe(200);
  });

  test("a port that is taken is a sentence that names it, and nothing keeps running", async () => {
    const squatter = createServer().listen(appPort, "127.0.0.1");
    await new Promise((resolve) => squatter.once("listening", resolve));
    const refused = start();
    expect(await refused.ended).toBe(1);
    await new Promise((resolve) => squatter.close(resolve));
    expect(refused.output()).toContain(`Port ${appPort}`);
    expect(refused.output()).toContain("is taken");
    expect(refused.output()).not.toMatch(/\n\s+at /);
    expect(await leftovers()).toEqual([]);
  });
});
