import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { access, chown, mkdir, open, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findFreePort, isPortFree } from "@/scripts/ports";
import { findBinaries, isReachableByAll } from "./binaries";
import { type ServerAccount, serverAccount } from "./server-account";
import { withStartLock } from "./with-start-lock";

const LOOK_EVERY_MS = 250;
const FREE_WITHIN_MS = 5_000;

export type Postgres = {
  /** The address of a database of this server, as its owner `foyer` (no superuser). */
  url(database: string): string;
  /** The address as superuser, for what only that may do: creating databases and roles. */
  adminUrl(database?: string): string;
  pid(): Promise<number>;
  logFile: string;
  /** Resolves once the server is gone, however it ended. */
  gone(): Promise<void>;
  /** Starts it again where it was: on the same port, as soon as that is free. */
  start(): Promise<void>;
  stop(mode?: "fast" | "immediate"): Promise<void>;
};

type Options = {
  /** Holds the cluster, its log and its password; made if missing. */
  directory: string;
  /** Trades safety on power loss for speed: only for data that may be lost. */
  unsafe?: boolean;
  /** The first port that is tried. */
  fromPort?: number;
};

const UNSAFE_SETTINGS = ["-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"];

/**
 * Starts the PostgreSQL that npm brought, or finds it running. `pg_ctl` starts it as a process of
 * its own, so that Ctrl-C reaches our processes first and a killed start is simply taken over by
 * the next. Listens on 127.0.0.1 only.
 */
export async function startPostgres({
  directory,
  unsafe = false,
  fromPort = 5433,
}: Options): Promise<Postgres> {
  const account = serverAccount();
  await mkdir(directory, { recursive: true });
  if (account && !(await isReachableByAll(path.dirname(directory)))) {
    throw new Error(
      `PostgreSQL does not run as root, and its account cannot enter ${path.dirname(directory)}: choose another folder with FOYER_STATE_DIR=….`,
    );
  }
  if (account) await chown(directory, account.uid, account.gid);
  const data = path.join(directory, "data");
  const logFile = path.join(directory, "postgres.log");
  const binaries = await findBinaries(account, path.join(directory, "native"));
  const password = await readOrMakePassword(path.join(directory, "password"));
  const run = (binary: string, args: string[]) => runAs(binary, args, account ?? {}, logFile);

  let port = 0;
  async function start(): Promise<void> {
    if (!(await exists(path.join(data, "PG_VERSION")))) {
      await initialise(data, password, account, (args) => run(binaries.initdb, args));
    }
    const before = port;
    port = await runningPort(data);
    if (port && (await isAnswering(adminUrl()))) return;
    if (before) await untilFree(before);
    port = before || (await findFreePort(port || fromPort));
    const options = [
      `-p ${port}`,
      "-c listen_addresses=127.0.0.1",
      "-c unix_socket_directories=''",
      "-c max_connections=200",
      ...(unsafe ? UNSAFE_SETTINGS : []),
    ].join(" ");
    await run(binaries.pg_ctl, ["start", "-w", "-D", data, "-l", logFile, "-o", options]);
  }
  function adminUrl(database = "postgres"): string {
    return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  }

  await withStartLock(data, async () => {
    await start();
    await ensureOwner(adminUrl(), password);
  });
  return {
    url: (database) => `postgresql://foyer:${password}@127.0.0.1:${port}/${database}`,
    adminUrl,
    pid: async () =>
      Number((await readFile(path.join(data, "postmaster.pid"), "utf8")).split("\n")[0]),
    logFile,
    gone: async () => {
      while (!(await isPortFree(port))) await sleep(LOOK_EVERY_MS);
    },
    start,
    stop: async (mode = "fast") => {
      await run(binaries.pg_ctl, ["stop", "-w", "-D", data, "-m", mode]);
    },
  };
}

/** What still answers for a server that was killed lets go of its port within moments. */
async function untilFree(port: number): Promise<void> {
  for (let waited = 0; !(await isPortFree(port)); waited += LOOK_EVERY_MS) {
    if (waited > FREE_WITHIN_MS) throw new Error(`port ${port} is taken`);
    await sleep(LOOK_EVERY_MS);
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function readOrMakePassword(file: string): Promise<string> {
  if (!(await exists(file)))
    await writeFile(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return (await readFile(file, "utf8")).trim();
}

async function initialise(
  data: string,
  password: string,
  account: ServerAccount | null,
  initdb: (args: string[]) => Promise<void>,
): Promise<void> {
  const passwordFile = `${data}.initial-password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  try {
    await initdb([
      `--pgdata=${data}`,
      "--auth=scram-sha-256",
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** The port of the server that last used this folder; 0 when it was stopped properly. */
async function runningPort(data: string): Promise<number> {
  const pidFile = await readFile(path.join(data, "postmaster.pid"), "utf8").catch(() => "");
  return Number(pidFile.split("\n")[3] ?? 0);
}

async function isAnswering(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function ensureOwner(connectionString: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(`DO $$ BEGIN
      CREATE ROLE foyer LOGIN CREATEROLE CREATEDB PASSWORD ${client.escapeLiteral(password)};
    EXCEPTION WHEN duplicate_object THEN NULL; END $$`);
  } finally {
    await client.end();
  }
}

async function runAs(
  binary: string,
  args: string[],
  account: Partial<ServerAccount>,
  logFile: string,
): Promise<void> {
  const output = await open(`${logFile}.control`, "a");
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(binary, args, {
        ...account,
        cwd: path.dirname(logFile),
        env: { ...process.env, LC_ALL: "C" },
        stdio: ["ignore", output.fd, output.fd],
        detached: true,
      });
      child.once("error", reject);
      child.once("exit", resolve);
    });
    if (code !== 0) {
      throw new Error(`${path.basename(binary)} ended with ${code}: see ${logFile}`);
    }
  } finally {
    await output.close();
  }
}
