import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";

/** MiB that a line of a process's status says (proc(5)); nothing for a process that has ended. */
function mibOf(pid: number, line: string): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(new RegExp(`${line}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024;
}

/** The most memory in MiB that a process holds from here on, where the system can tell; otherwise null. */
export function watchMemory(pid: number): () => number | null {
  try {
    // Forgets the peak so far (proc(5)).
    writeFileSync(`/proc/${pid}/clear_refs`, "5");
    const before = mibOf(pid, "VmHWM");
    return () => mibOf(pid, "VmHWM") - before;
  } catch {
    return () => null;
  }
}

/**
 * The most memory in MiB that one backend of a database has for itself from here on, looked at ten times a
 * second; null where the system cannot tell. The function ends the watch.
 */
export function watchBackends(database: pg.Pool): () => Promise<number | null> {
  let isOver = false;
  let most: number | null = null;
  const look = async () => {
    const { rows } = await database.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database()",
    );
    for (const { pid } of rows) {
      try {
        most = Math.max(most ?? 0, mibOf(pid, "RssAnon"));
      } catch {
        // It has ended, or its memory is not shown here.
      }
    }
  };
  const watched = (async () => {
    while (!isOver) {
      await look();
      await sleep(100);
    }
  })();
  return async () => {
    isOver = true;
    await watched;
    return most;
  };
}
