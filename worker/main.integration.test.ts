import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { checkReadiness } from "@/lib/check-readiness";

const ROOT = path.resolve(import.meta.dirname, "..");
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function start(environment: Record<string, string | undefined>) {
  const child = spawn(process.execPath, ["--import", "tsx", "worker/main.ts"], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const said = { text: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said.text += chunk.toString();
    });
  }
  return { child, said, ended: once(child, "exit") };
}

test("a worker shows that it lives, and leaves with 0 and without a trace when asked to", async () => {
  const { child, said, ended } = start({});
  await expect.poll(() => said.text).toContain("foyer worker ready");
  await expect.poll(async () => (await checkReadiness()).ready).toBe(true);
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect((await checkReadiness()).ready).toBe(false);
  expect(said.text.trim()).toBe("foyer worker ready");
});

test("a worker without its environment says what is missing and leaves with 1", async () => {
  const { said, ended } = start({ TOKEN_KEYS: "", APP_URL: undefined });
  expect(await ended).toEqual([1, null]);
  expect(said.text).toMatch(/^The environment is not complete:\n {2}APP_URL: .*\n {2}TOKEN_KEYS: /);
  expect(said.text).not.toContain("    at ");
});
