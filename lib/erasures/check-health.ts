import { checkReadiness } from "@/lib/check-readiness";
import { type ErasureAlarm, erasureAlarms } from "./erasure-alarms";

export type Health = { status: "green" | "yellow" | "red"; reasons: string[] };

const CHECK_WITHIN_MS = 5_000;

/**
 * Whether somebody has to look at Foyer. Red: an erasure comes near its deadline (contract 1.6) or
 * missed it, or nobody can tell, because the database does not answer or lacks a migration. Yellow: an
 * erasure is late by its own plan, or no worker lives. Names no event: anybody may ask. Answers within
 * some 5 s and never throws.
 */
export async function checkHealth(): Promise<Health> {
  const { reasons: unready } = await checkReadiness();
  const hasDatabase = !unready.some((reason) => reason.startsWith("the database"));
  const alarms = hasDatabase ? await within(erasureAlarms()) : null;
  if (alarms === null) {
    const reasons = unready.length > 0 ? unready : ["the erasures could not be looked at"];
    return { status: "red", reasons };
  }
  const reasons = [...inNumbers(alarms), ...unready];
  if (alarms.some(({ level }) => level === "red")) return { status: "red", reasons };
  return { status: reasons.length > 0 ? "yellow" : "green", reasons };
}

async function within<T>(asked: Promise<T>): Promise<T | null> {
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), CHECK_WITHIN_MS).unref();
  });
  return Promise.race([asked.catch(() => null), late]);
}

function inNumbers(alarms: readonly ErasureAlarm[]): string[] {
  const first = alarms.find(({ level }) => level === "red");
  const red = alarms.filter(({ level }) => level === "red").length;
  const yellow = alarms.length - red;
  return [
    ...(first
      ? [
          `erasures within 48 hours of their deadline or past it: ${red}, the first due ${first.dueAt}`,
        ]
      : []),
    ...(yellow > 0 ? [`erasures that are late by their own plan: ${yellow}`] : []),
  ];
}
