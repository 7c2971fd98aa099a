/**
 * `npm start` and `npm run dev`: Foyer on this machine. What is configured in the environment is used
 * as given, everything else is embedded; the state folder keeps it from one start to the next.
 */
import { configuredPort, readConfigured } from "./launch/configured";
import { consoleAddress } from "./launch/console-address";
import { type Foyer, launchFoyer } from "./launch/launch-foyer";
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

async function exitAfterStopping(foyer: Foyer, code: number): Promise<never> {
  await foyer.stop();
  process.exit(code);
}

/** Resolves at the first Ctrl-C or its like; a second one changes nothing, the end is under way. */
function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => resolve());
    }
  });
}

/** Resolves with a sentence when a process of the product ends without having been asked to. */
function failure({ parts }: Foyer): Promise<string> {
  const running = [parts.web, parts.worker, parts.sandbox].filter((part) => part !== null);
  return Promise.race(
    running.map(async (part) => {
      const code = await part.ended;
      return `${part.name} ended by itself (code ${code}); its log says why. Stopping the rest.`;
    }),
  );
}

async function main(): Promise<void> {
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
  console.log(welcome(foyer, await consoleAddress(foyer.env), stateDir));
  const failed = await Promise.race([interrupted, failure(foyer)]);
  if (failed) console.error(failed);
  else console.log("\nStopping…");
  await exitAfterStopping(foyer, failed ? 1 : 0);
}

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
