import { type ChildProcess, spawn } from "node:child_process";
import { readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { isPortFree } from "@/scripts/ports";
import { eventually } from "@/testing/eventually";
import { makeStateFolder } from "@/testing/make-state-folder";
import { linkIn, printOperatorLink } from "@/testing/print-operator-link";
import { nextTestPort } from "@/testing/test-ports";
import { controlOf } from "@/testing/test-sandbox";

type Start = { process: ChildProcess; output: () => string; ended: Promise<number | null> };

let stateDir: string;
let appPort: number;
let sandboxPort: number;
let running: Start | undefined;

function environment(): NodeJS.ProcessEnv {
  const ports = { PORT: String(appPort), SANDBOX_PORT: String(sandboxPort) };
  return { ...process.env, FOYER_STATE_DIR: stateDir, ...ports };
}

function start(): Start {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    env: environment(),
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
  let code: number | null | undefined;
  void started.ended.then((ended) => {
    code = ended;
  });
  const look = async () => code !== undefined || started.output().includes(text);
  await eventually(look, (isSaid) => isSaid, 60_000);
  if (code !== undefined) throw new Error(`it ended with ${code}:\n${started.output()}`);
}

/** Processes whose command line or environment names this state folder. */
async function leftovers(): Promise<string[]> {
  const text = await run("ps", ["-eo", "pid,args"]);
  return text.split("\n").filter((line) => line.includes(stateDir));
}

async function run(command: string, args: string[]): Promise<string> {
  const child = spawn(command, args);
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => {
    text += chunk.toString("utf8");
  });
  await new Promise((resolve) => child.once("close", resolve));
  return text;
}

const READY = () => `http://127.0.0.1:${appPort}/api/ready`;
const SANDBOX = () => `http://localhost:${sandboxPort}/`;

async function statusOf(url: string): Promise<number> {
  return fetch(url).then(
    ({ status }) => status,
    () => 0,
  );
}

/** The process that listens on a port, or the worker, which listens on none. */
async function pidOf(part: string): Promise<number> {
  if (part === "PostgreSQL") {
    const file = await readFile(`${stateDir}/postgres/data/postmaster.pid`, "utf8");
    return Number(file.split("\n", 1)[0]);
  }
  const script = { web: "server/main.ts", worker: "worker/main.ts", sandbox: "sandbox/main.ts" }[
    part
  ];
  const children = await run("ps", ["-o", "pid=,args=", "--ppid", String(running?.process.pid)]);
  const line = children.split("\n").find((each) => each.includes(script ?? "-"));
  return Number(line?.trim().split(" ", 1)[0]);
}

beforeAll(async () => {
  stateDir = await makeStateFolder("foyer-start-");
  appPort = await nextTestPort();
  sandboxPort = await nextTestPort();
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

  test.each(["web", "worker", "sandbox", "PostgreSQL"])(
    "%s that is killed is back within ten seconds, and the others stay",
    async (part) => {
      const started = start();
      await untilItSays(started, "Ctrl-C");
      const killed = await pidOf(part);
      process.kill(killed, "SIGKILL");
      await untilItSays(started, "runs again");
      expect(started.output()).toMatch(/ended \((killed by SIGKILL|nothing listens on its port)\)/);
      const isBack = async () => (await pidOf(part)) !== killed && (await statusOf(READY()));
      await eventually(isBack, (status) => status === 200, 10_000);
      expect(await statusOf(SANDBOX())).toBe(200);
    },
  );

  test("a process that cannot be kept is given up, with everything else", async () => {
    const started = start();
    await untilItSays(started, "Ctrl-C");
    for (let crash = 1; crash <= 5; crash += 1) {
      process.kill(await eventually(() => pidOf("sandbox"), Number.isInteger, 20_000), "SIGKILL");
      const times = () => started.output().split("The Revento sandbox ended").length - 1;
      await eventually(
        async () => times(),
        (seen) => seen >= crash,
        20_000,
      );
    }
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(/The Revento sandbox ended 5 times within a minute/);
    expect(await isPortFree(appPort)).toBe(true);
    expect(await leftovers()).toEqual([]);
  });

  test.each(["SIGTERM", "SIGINT"] as const)(
    "%s to npm itself, in the background, stops everything",
    async (signal) => {
      const child = spawn("sh", ["-c", "npm start & echo npm is $!; wait"], {
        env: environment(),
        stdio: ["ignore", "pipe", "inherit"],
      });
      let output = "";
      child.stdout.on("data", (chunk: Buffer) => {
        output += chunk.toString("utf8");
      });
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await eventually(
        async () => output,
        (said) => said.includes("Ctrl-C"),
        60_000,
      );
      process.kill(Number(/npm is (\d+)/.exec(output)?.[1]), signal);
      await ended;
      expect(output).toContain("Stopping…");
      expect([await isPortFree(appPort), await isPortFree(sandboxPort)]).toEqual([true, true]);
      expect(await leftovers()).toEqual([]);
    },
  );
});
