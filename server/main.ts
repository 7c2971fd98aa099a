import "@/lib/require-env";

import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { chooseBuild, env } from "@/lib/env";
import { logOf } from "@/lib/log";
import { answerJson } from "./answer-json";
import { createFoyerServer } from "./create-foyer-server";

const isDev = process.argv.includes("--dev");
const FINISH_WITHIN_MS = 8_000;

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

const { HOST, PORT } = env();
chooseBuild(isDev ? "development" : "production");

let handleByNext: RequestListener = (_, response) => {
  response.writeHead(503, { "Retry-After": "2" }).end("Foyer is starting.\n");
};
const foyer = createFoyerServer(
  (request, response) => handleByNext(request, response),
  {},
  {
    upgrades: isDev,
  },
);
foyer.server.once("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EADDRINUSE") fail(`Port ${PORT} of ${HOST} is already taken.`);
  fail(`Cannot listen on ${HOST}:${PORT}: ${error.message}`);
});
await new Promise<void>((resolve) => foyer.server.listen(PORT, HOST, resolve));
const { port } = foyer.server.address() as AddressInfo;

const { default: next } = await import("next");
const app = next({
  dev: isDev,
  dir: process.cwd(),
  hostname: HOST,
  port,
  httpServer: foyer.server,
});
await app.prepare();
const handle = app.getRequestHandler();
handleByNext = (request, response) => {
  handle(request, response).catch((error: unknown) => {
    // Without its query: there are codes of callbacks in it, and names that somebody searched for.
    const path = request.url?.split("?", 1)[0];
    logOf("http").error({ err: error, path }, "a request failed in Next");
    answerJson(response, 500, { error: "internal" });
  });
};
console.log(`foyer web listening on http://${HOST}:${port}`);

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(1), FINISH_WITHIN_MS + 1_500).unref();
  await foyer.close(FINISH_WITHIN_MS);
  await app.close().catch(() => {});
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
