import { mkdir } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { applyMigrations } from "@/scripts/migrate";
import { isPortFree } from "@/scripts/ports";
import { type Postgres, startPostgres } from "@/scripts/postgres/start-postgres";
import { buildIfChanged } from "./build";
import { type Part, startPart } from "./child-process";
import { environmentOf } from "./environment-of";

export type Foyer = {
  appUrl: string;
  /** null where a real Revento is configured. */
  sandboxUrl: string | null;
  /** The environment that web and worker run with. */
  env: Record<string, string>;
  postgres: Postgres | null;
  parts: { web: Part; worker: Part; sandbox: Part | null };
  /** Starts one more process of a kind, or a killed one again. */
  startAgain(kind: "web" | "worker" | "sandbox", signal?: AbortSignal): Promise<Part>;
  stop(): Promise<void>;
};

type Options = {
  stateDir: string;
  appPort: number;
  sandboxPort: number;
  /** The first one that is tried for an embedded database. */
  databasePort?: number;
  dev?: boolean;
  /** What is configured is used as given; everything else is embedded. */
  configured?: Record<string, string | undefined>;
  say?: (line: string) => void;
};

/**
 * Runs Foyer on this machine: PostgreSQL and Revento's sandbox where none is configured, the
 * migrations, the build, the worker and the web process. Throws an Error whose message is a sentence
 * for a person; whatever had been started by then is stopped again.
 */
export async function launchFoyer(options: Options): Promise<Foyer> {
  const { stateDir, appPort, sandboxPort, dev = false, configured = {} } = options;
  const say = options.say ?? (() => {});
  const logs = path.join(stateDir, "logs");
  await mkdir(logs, { recursive: true });
  const embedsRevento = !configured.REVENTO_AUTH_URL;
  await requirePort(appPort, "Foyer", "PORT");
  if (embedsRevento) await requirePort(sandboxPort, "the Revento sandbox", "SANDBOX_PORT");

  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    const postgres = configured.DATABASE_URL ? null : await startEmbeddedDatabase(options, say);
    if (postgres) stops.push(() => postgres.stop());
    const env = await environmentOf({
      ...options,
      databaseUrl: postgres?.url("foyer"),
      configured,
    });
    say("Bringing the database up to date…");
    await applyMigrations(env.DATABASE_URL ?? "");
    if (!dev) await buildIfChanged(path.join(logs, "build.log"), say);

    say("Starting…");
    const recipes = recipesOf(env, logs, dev, path.join(stateDir, "sandbox"), sandboxPort);
    const startAgain: Foyer["startAgain"] = async (kind, signal) => {
      const part = await startPart(recipes[kind], signal);
      stops.push(() => part.stop());
      return part;
    };
    const sandbox = embedsRevento ? await startAgain("sandbox") : null;
    const [worker, web] = await Promise.all([startAgain("worker"), startAgain("web")]);
    return {
      appUrl: env.APP_URL ?? "",
      sandboxUrl: embedsRevento ? `http://localhost:${sandboxPort}` : null,
      env,
      postgres,
      parts: { web, worker, sandbox },
      startAgain,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function requirePort(port: number, what: string, variable: string): Promise<void> {
  if (await isPortFree(port)) return;
  throw new Error(
    `Port ${port}, where ${what} should listen, is taken. Stop what listens there, or choose another one with ${variable}=….`,
  );
}

async function startEmbeddedDatabase(
  { stateDir, databasePort }: Options,
  say: (line: string) => void,
): Promise<Postgres> {
  say("Starting the embedded PostgreSQL…");
  const postgres = await startPostgres({
    directory: path.join(stateDir, "postgres"),
    ...(databasePort !== undefined && { fromPort: databasePort }),
  });
  const admin = new pg.Client({ connectionString: postgres.adminUrl() });
  await admin.connect();
  try {
    const { rowCount } = await admin.query("SELECT 1 FROM pg_database WHERE datname = 'foyer'");
    if (!rowCount) await admin.query("CREATE DATABASE foyer OWNER foyer");
  } finally {
    await admin.end();
  }
  return postgres;
}

function recipesOf(
  env: Record<string, string>,
  logs: string,
  dev: boolean,
  sandboxState: string,
  sandboxPort: number,
) {
  const mode = { NODE_ENV: dev ? "development" : "production" };
  const logFile = (name: string) => path.join(logs, `${name}.log`);
  return {
    web: {
      name: "The web process",
      script: "server/main.ts",
      args: dev ? ["--dev"] : [],
      env: { ...env, ...mode },
      readyLine: /foyer web listening/,
      logFile: logFile("web"),
      echo: dev,
    },
    worker: {
      name: "The worker",
      script: "worker/main.ts",
      env: { ...env, ...mode },
      readyLine: /foyer worker ready/,
      logFile: logFile("worker"),
      echo: dev,
      watch: dev,
    },
    sandbox: {
      name: "The Revento sandbox",
      script: "sandbox/main.ts",
      env: sandboxEnvironment(env, sandboxState, sandboxPort),
      readyLine: /sandbox listening/,
      logFile: logFile("sandbox"),
      watch: dev,
    },
  };
}

function sandboxEnvironment(
  env: Record<string, string>,
  stateDir: string,
  port: number,
): Record<string, string> {
  const appUrl = env.APP_URL ?? "";
  return {
    SANDBOX_PORT: String(port),
    SANDBOX_STATE_DIR: stateDir,
    SANDBOX_PUBLIC_URL: `http://localhost:${port}`,
    SANDBOX_CLIENT_ID: env.REVENTO_CLIENT_ID ?? "",
    SANDBOX_CLIENT_SECRET: env.REVENTO_CLIENT_SECRET ?? "",
    SANDBOX_INTEGRATION_ID: env.REVENTO_INTEGRATION_ID ?? "",
    SANDBOX_WEBHOOK_SECRETS: env.REVENTO_WEBHOOK_SECRETS ?? "",
    SANDBOX_REDIRECT_URIS: `${appUrl}/connect/callback,${appUrl}/api/auth/callback/revento`,
    SANDBOX_CONNECT_URL: `${appUrl}/connect`,
    SANDBOX_WEBHOOK_URL: `${appUrl}/api/webhooks/revento`,
    SANDBOX_PORTAL_URL: `${appUrl}/portal`,
  };
}
