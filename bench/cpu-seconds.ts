import { readFileSync } from "node:fs";

/** Processor time that a process has had, in seconds (proc(5)); null where the system cannot tell. */
export function cpuSeconds(pid: number): number | null {
  if (process.platform !== "linux") return null;
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ticks = Number(fields[11]) + Number(fields[12]);
  return ticks / 100;
}
