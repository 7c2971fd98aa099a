/**
 * `npm start` and `npm run dev`: Foyer on this machine. What is configured in the environment is used
 * as given, everything else is embedded; the state folder keeps it from one start to the next.
 */
import { type Foyer, launchFoyer } from "./launch/launch-foyer";
import { stateFolder } from "./state-folder";

const CONFIGURABLE = [
  "DATABASE_URL",
  "APP_URL",
  "HOST",
  "REVENTO_AUTH_URL",
  "REVENTO_API_URL",
  "REVENTO_CLIENT_ID",
  "REVENTO_CLIENT_SECRET",
  "REVENTO_INTEGRATION_ID",
  "REVENTO_WEBHOOK_SECRETS",
  "REVENTO_FRAME_ORIGINS",
  "TOKEN_KEYS",
];

function portFrom(name: string, fallback: number): number {
  const text = process.env[name];
  if (!text) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`${name}=${text} is not a port.`);
}

function welcome({ appUrl, sandboxUrl }: Foyer, stateDir: string): string {
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
  lines.push("", `  Data, logs and secrets: ${stateDir}`, "  Stop: Ctrl-C", "");
  return lines.join("\n");
}

function stopOnSignals(foyer: Foyer): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    console.log("\nStopping…");
    await foyer.stop();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => void stop());
  for (const part of [foyer.parts.web, foyer.parts.worker, foyer.parts.sandbox]) {
    void part?.ended.then((code) => {
      if (stopping) return;
      console.error(
        `${part.name} ended by itself (code ${code}); see the logs. Stopping the rest.`,
      );
      process.exitCode = 1;
      stopping = true;
      void foyer.stop().finally(() => process.exit(1));
    });
  }
}

async function main(): Promise<void> {
  const stateDir = await stateFolder();
  const foyer = await launchFoyer({
    stateDir,
    appPort: portFrom("PORT", 3000),
    sandboxPort: portFrom("SANDBOX_PORT", 4000),
    dev: process.argv.includes("--dev"),
    configured: Object.fromEntries(CONFIGURABLE.map((name) => [name, process.env[name]])),
    say: (line) => console.log(line),
  });
  stopOnSignals(foyer);
  console.log(welcome(foyer, stateDir));
}

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
