import { execFileSync } from "node:child_process";
import { userInfo } from "node:os";

export type ServerAccount = { uid: number; gid: number };

const ACCOUNT = "postgres";

function idOf(flag: "-u" | "-g"): number {
  return Number(execFileSync("id", [flag, ACCOUNT], { encoding: "utf8", stdio: "pipe" }));
}

/**
 * The account that the server runs as: PostgreSQL refuses to run as root. `null` means our own.
 * Creates the system user `postgres` where root starts us on a machine without one.
 */
export function serverAccount(): ServerAccount | null {
  if (userInfo().uid !== 0) return null;
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    execFileSync("useradd", ["--system", "--user-group", "--shell", "/bin/sh", ACCOUNT]);
    return { uid: idOf("-u"), gid: idOf("-g") };
  }
}
