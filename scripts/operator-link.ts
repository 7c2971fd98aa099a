/**
 * `npm run operator-link`: one more one-time link into the console of a configured Foyer, or of the one
 * that `npm start` runs on this machine. Give it the environment that Foyer was started with.
 */
import path from "node:path";
import { configuredPort, readConfigured } from "./launch/configured";
import { consoleAddress } from "./launch/console-address";
import { environmentOf } from "./launch/environment-of";
import { findRunningDatabase } from "./postgres/find-running-database";
import { stateFolder } from "./state-folder";

async function main(): Promise<void> {
  const configured = readConfigured();
  const issuer = configured.OPERATOR_OIDC_ISSUER;
  if (issuer) {
    throw new Error(`There are no one-time links here: operators sign in at ${issuer}.`);
  }
  const stateDir = await stateFolder();
  const databaseUrl = await findRunningDatabase(path.join(stateDir, "postgres"));
  if (!configured.DATABASE_URL && !databaseUrl) {
    throw new Error(
      `Foyer does not run here: DATABASE_URL is not set, and the database in ${stateDir} is not at work. npm start starts it.`,
    );
  }
  const environment = await environmentOf({
    stateDir,
    databaseUrl,
    configured,
    appPort: configuredPort("PORT", 3000),
    sandboxPort: configuredPort("SANDBOX_PORT", 4000),
  });
  console.log(`\n  Console   ${await consoleAddress(environment)}`);
  console.log("            (works once, within 15 minutes)\n");
}

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
