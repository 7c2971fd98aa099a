import { createHash } from "node:crypto";
import { userInfo } from "node:os";
import path from "node:path";
import { isReachableByAll } from "./postgres/binaries";

const ROOT = path.resolve(import.meta.dirname, "..");

/**
 * Where everything embedded keeps its data: `FOYER_STATE_DIR`, or `.foyer` in this checkout. Started
 * by root in a checkout that no other account can enter, it is a folder below /var/tmp, because
 * PostgreSQL then runs under an account of its own.
 */
export async function stateFolder(): Promise<string> {
  const configured = process.env.FOYER_STATE_DIR;
  if (configured) return path.resolve(configured);
  const inCheckout = path.join(ROOT, ".foyer");
  if (userInfo().uid !== 0 || (await isReachableByAll(ROOT))) return inCheckout;
  const name = createHash("sha256").update(ROOT).digest("hex").slice(0, 12);
  return path.join("/var/tmp", `foyer-${name}`);
}
