import { readFile } from "node:fs/promises";
import path from "node:path";

/**
 * The address of Foyer's database in the embedded PostgreSQL of a folder, as its last start left it
 * there. Undefined when it was stopped properly, or never ran.
 */
export async function findRunningDatabase(directory: string): Promise<string | undefined> {
  try {
    const pidFile = await readFile(path.join(directory, "data", "postmaster.pid"), "utf8");
    const password = await readFile(path.join(directory, "password"), "utf8");
    const port = Number(pidFile.split("\n")[3]);
    return port ? `postgresql://foyer:${password.trim()}@127.0.0.1:${port}/foyer` : undefined;
  } catch {
    return undefined;
  }
}
