import { spawn } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { startPart } from "@/scripts/launch/child-process";
import { findFreePort } from "@/scripts/ports";
import type { BenchRun } from "./bench-run";

const ROOT = path.resolve(import.meta.dirname, "..");
const NEXT = path.join("node_modules", "next", "dist", "bin", "next");
/** Inside the checkout, wherever the state lies: so it finds this checkout's own Next and React. */
const FOLDER = path.join(ROOT, ".foyer", "empty-page");
const FILES: Record<string, string> = {
  "app/layout.jsx": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  "app/page.jsx": `export default function Page() {
  return <p>One line of text.</p>;
}
`,
  "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(ROOT)} } };
`,
};

/** The least that Next makes of one page: built for production and served. Answers its address. */
export async function startEmptyPage(run: BenchRun): Promise<string> {
  const logs = path.join(run.folder, "empty-page");
  await mkdir(logs, { recursive: true });
  built ??= writeAndBuild(run, path.join(logs, "build.log"));
  await built;
  const port = await findFreePort(4900);
  await run.started.start(
    () =>
      startPart({
        name: "The empty page",
        script: NEXT,
        args: ["start", FOLDER, "--port", String(port), "--hostname", "127.0.0.1"],
        env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
        readyLine: /Ready in/,
        logFile: path.join(logs, "server.log"),
      }),
    (part) => part.stop(),
  );
  return `http://127.0.0.1:${port}/`;
}

/** Once for all benches of a run. */
let built: Promise<void> | undefined;

async function writeAndBuild(run: BenchRun, logFile: string): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(path.dirname(path.join(FOLDER, name)), { recursive: true });
    await writeFile(path.join(FOLDER, name), text);
  }
  run.say("Building an empty page with the same Next…");
  await build(logFile);
}

async function build(logFile: string): Promise<void> {
  const child = spawn(process.execPath, [NEXT, "build", FOLDER], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => said.push(chunk));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  await writeFile(logFile, Buffer.concat(said));
  if (code !== 0) {
    throw new Error(`The empty page was not built:\n${await readFile(logFile, "utf8")}`);
  }
}
