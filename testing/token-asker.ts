import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export type TokenAsker = {
  /** All its callers ask now; answers what they got, tokens or messages. */
  ask(): Promise<string[]>;
  /** The same without waiting for an answer that may never come. */
  begin(): void;
  kill(): Promise<void>;
};

/** Starts a process that will ask for the token of an event, as many callers at once. */
export async function startTokenAsker(eventId: string, callers: number): Promise<TokenAsker> {
  const script = new URL("./ask-for-token.ts", import.meta.url).pathname;
  const child: ChildProcess = spawn(
    process.execPath,
    ["--import", "tsx", script, eventId, String(callers)],
    { env: process.env, stdio: ["pipe", "pipe", "inherit"] },
  );
  if (!child.stdout) throw new Error("the process has no output");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ready = await lines.next();
  if (ready.value !== "ready") throw new Error(`the process said ${ready.value}`);
  const begin = () => {
    child.stdin?.write("now\n");
  };
  return {
    begin,
    ask: async () => {
      begin();
      return JSON.parse(String((await lines.next()).value)) as string[];
    },
    kill: async () => {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}
