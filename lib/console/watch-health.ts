import { logOf } from "@/lib/log";
import { assessHealth } from "./assess-health";
import { levelOf } from "./judge-health";

let before = "";

/** Writes to the log when health has changed since this process last looked: the alert of whoever reads logs. */
export async function watchHealth(): Promise<void> {
  const { reasons } = await assessHealth();
  const urgent = reasons.filter(({ level }) => level !== "info");
  const said = urgent.map(({ level, code }) => `${level} ${code}`).sort();
  if (said.join() === before) return;
  before = said.join();
  const status = levelOf(reasons);
  const log = logOf("health");
  if (status === "red") log.error({ status, reasons: said }, "somebody has to act now");
  else if (status === "yellow") log.warn({ status, reasons: said }, "somebody should look");
  else log.info({ status }, "all is well");
}
