import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import type { Question, Waited } from "./neighbour";

const EVERY_MS = 100;

const { questions } = workerData as { questions: readonly Question[] };
const waited: Waited[] = [];
let isOver = false;
parentPort?.once("message", () => {
  isOver = true;
});
for (let n = 0; !isOver; n += 1) {
  const { url, cookie } = questions[n % questions.length] ?? { url: "", cookie: "" };
  const askedAt = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  await answer.arrayBuffer();
  waited.push({ ms: performance.now() - askedAt, status: answer.status });
  await sleep(Math.max(0, askedAt + EVERY_MS - performance.now()));
}
parentPort?.postMessage(waited);
