/**
 * `npm start` and `npm run dev`: Foyer on this machine. What is configured in the environment is used
 * as given, everything else is embedded; the state folder keeps it from one start to the next.
 */
import { configuredPort, readConfigured } from "./launch/configured";
import { consoleAddress } from "./launch/console-address";
import { keepRunning } from "./launch/keep-running";
import { type Foyer, launchFoyer } from "./launch/launch-foyer";
import type { Postgres } from "./postgres/start-postgres";
import { stateFolder } from "./state-folder";

function welcome({ appUrl, sandboxUrl }: Foyer, toConsole: string, stateDir: string): string {
  const lines = ["", `  Foyer     ${appUrl}`];
  if (sandboxUrl) {
    lines.push(
      `  Revento   ${sandboxUrl}  (the local sandbox)`,
      "",
      "  Three things to try:",
      `  1. Connect an event: open ${sandboxUrl}, be Ana, open “Harbor Sample Convention 2026”, Connect Foyer.`,
      "  2. Watch it arrive: Foyer opens the event while its applications are being read.",
      "  3. Approve an application in the sandbox and see its row change in Foyer without reloading.",
    );
  }
  lines.push("", `  Console   ${toConsole}`);
  if (toConsole.includes("?token=")) {
    lines.push("            (works once, within 15 minutes; npm run operator-link makes another)");
  }
  lines.push("", `  Data, logs and secrets: ${stateDir}`, "  Stop: Ctrl-C", "");
  return lines.join("\n");
}

/** Resolves at the first Ctrl-C or its like; a second one changes nothing, the end is under way. */
function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => resolve());
    }
  });
}

/** Keeps every process of the product running. Resolves with a sentence once one of them cannot be kept. */
async function keepAllRunning({ parts, postgres, startAgain }: Foyer, signal: AbortSignal) {
  const say = (line: string) => console.error(line);
  const kinds = ["web", "worker", "sandbox"] as const;
  const kept = kinds.map(async (kind) => {
    const first = parts[kind];
    if (!first) return null;
    const { name, logFile: log } = first;
    const again = (aborted: AbortSignal) => startAgain(kind, aborted);
    return keepRunning({ name, first, startAgain: again, log, say, signal });
  });
  if (postgres) kept.push(keepPostgres(postgres, say, signal));
  const lost = Promise.race(kept.map(async (each) => (await each) ?? new Promise<never>(() => {})));
  // Aborted, they resolve with nothing: once the last start under way has come to its end.
  return Promise.race([lost, Promise.all(kept).then(() => null)]);
}

function keepPostgres(postgres: Postgres, say: (line: string) => void, signal: AbortSignal) {
  const watch = () => ({ ended: postgres.gone().then(() => "nothing listens on its port") });
  return keepRunning({
    name: "PostgreSQL",
    first: watch(),
    startAgain: async () => {
      await postgres.start();
      return watch();
    },
    log: postgres.logFile,
    say,
    signal,
  });
}

async function main(): Promise<void> {
  const stopping = new AbortController();
  const interrupted = interruption();
  const stateDir = await stateFolder();
  const foyer = await launchFoyer({
    stateDir,
    appPort: configuredPort("PORT", 3000),
    sandboxPort: configuredPort("SANDBOX_PORT", 4000),
    dev: process.argv.includes("--dev"),
    configured: readConfigured(),
    say: (line) => console.log(line),
  });
  const kept = keepAllRunning(foyer, stopping.signal);
  console.log(welcome(foyer, await consoleAddress(foyer.env), stateDir));
  const lost = await Promise.race([interrupted, kept]);
  if (lost) console.error(`${lost} Stopping everything.`);
  else console.log("\nStopping…");
  stopping.abort();
  await kept;
  await foyer.stop();
  process.exit(lost ? 1 : 0);
}

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
