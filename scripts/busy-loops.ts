import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** Keeps every core of this machine busy until it is told to stop, as somebody else's work would. */
export function startBusyLoops(): () => Promise<void> {
  const loops = Array.from(
    { length: availableParallelism() },
    () => new Worker("for (;;);", { eval: true }),
  );
  return async () => {
    await Promise.all(loops.map((loop) => loop.terminate()));
  };
}
