import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { LoadOutcome } from "./load-generator";
import type { Load } from "./sign-requests";
import type { Started } from "./started";

/** Starts a load generator. Answers how to send one load with it; any answer but 200 is an error. */
export async function startLoadGenerator(
  started: Started,
): Promise<(load: Load) => Promise<LoadOutcome>> {
  const child = await started.start(
    async () =>
      fork(path.join(import.meta.dirname, "load-generator.ts"), {
        execArgv: ["--import", "tsx"],
        serialization: "advanced",
        detached: true,
      }),
    async (running) => running.kill("SIGKILL"),
  );
  return (load) => outcomeOf(child, load);
}

function outcomeOf(child: ChildProcess, load: Load): Promise<LoadOutcome> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("the load generator ended"));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      const outcome = message as LoadOutcome;
      const others = Object.keys(outcome.statuses).filter((status) => status !== "200");
      if (others.length === 0) resolve(outcome);
      else reject(new Error(`answers: ${JSON.stringify(outcome.statuses)}`));
    });
    child.send(load);
  });
}
