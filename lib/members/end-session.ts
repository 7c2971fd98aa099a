import { withSystemSql } from "@/lib/db";
import type { Actor } from "./actor";

/** Signs a browser out: its session is gone, and with it every membership that hangs on it. */
export async function endSession({ sessionHash }: Actor): Promise<void> {
  if (!sessionHash) return;
  await withSystemSql((sql) => sql.query("DELETE FROM sessions WHERE id_hash = $1", [sessionHash]));
}
