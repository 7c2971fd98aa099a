import { type ChildProcess, spawn } from "node:child_process";
import { readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { findFreePort, isPortFree } from "@/scripts/ports";
import { makeStateFolder } from "./support/make-state-folder";
import { linkIn, printOperatorLink } from "./support/print-operator-link";
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

async function logsOf(folder: string): Promise<string> {
  const names = await readdir(`${folder}/logs`);
  const texts = names.map((name) => readFile(`${folder}/logs/${name}`, "utf8"));
  return (await Promise.all(texts)).join("\n");
}

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

  test("a link into the console is printed, works once, and another one can be had while Foyer runs", async () => {
    const environment = { FOYER_STATE_DIR: stateDir, PORT: String(appPort) };
    const refused = printOperatorLink({ ...environment, FOYER_STATE_DIR: `${stateDir}-other` });
    await expect(refused).rejects.toThrow("Foyer does not run here");
    await expect(
      printOperatorLink({ ...environment, OPERATOR_OIDC_ISSUER: "https://id.example" }),
    ).rejects.toThrow("operators sign in at https://id.example");
    const third = start();
    await untilItSays(third, "Ctrl-C");
    const links = [linkIn(third.output()), linkIn(await printOperatorLink(environment))];
    expect(new Set(links).size).toBe(2);
    for (const link of links) {
      const { origin, searchParams } = new URL(link);
      const send = () =>
        fetch(`${origin}/admin/sign-in/link`, {
          method: "POST",
          redirect: "manual",
          headers: { origin },
          body: new URLSearchParams({ token: searchParams.get("token") ?? "" }),
        });
      expect((await fetch(link)).status).toBe(200);
      const signedIn = await send();
      expect(signedIn.status).toBe(303);
      const cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
      expect((await fetch(`${origin}/admin`, { headers: { cookie } })).status).toBe(200);
      expect((await send()).status).toBe(403);
    }
    // The link is for the person at the terminal: no log keeps it.
    expect(await logsOf(stateDir)).not.toMatch(/token=[\w-]{43}/);
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
