import { mkdir, rm, stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

const STALE_AFTER_MS = 60_000;

/** Runs `work` while no other process does so for the same folder; a lock of a dead process ages out. */
export async function withStartLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = `${folder}.starting`;
  while (!(await take(lock))) {
    const held = await stat(lock).catch(() => null);
    if (held && Date.now() - held.mtimeMs > STALE_AFTER_MS)
      await rm(lock, { recursive: true, force: true });
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
