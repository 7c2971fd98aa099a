import { withSystem } from "@/lib/db";
import type { Actor } from "./actor";

/** Signs a browser out: its session is gone, and with it every membership that hangs on it. */
export async function endSession({ sessionHash }: Actor): Promise<void> {
  if (!sessionHash) return;
  await withSystem(({ db }) => db.session.deleteMany({ where: { idHash: sessionHash } }));
}
