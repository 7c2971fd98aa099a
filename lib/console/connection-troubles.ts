import { isLive } from "@/lib/connections/connection-states";
import type { ConnectionRecord } from "./connection-record";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CONSENT_DAYS = 365;
/** The daily reconcile alone makes an event heard of more often. */
const SILENT_AFTER_MS = 36 * HOUR_MS;
/** Health waits as long. */
const AWAY_AFTER_MS = 120_000;
const WARN_OF_CONSENT_MS = 30 * DAY_MS;
/** From here on health is red (lib/erasures). */
const DEADLINE_IS_NEAR_MS = 48 * HOUR_MS;

/** When the consent behind a token ends, a year after it was given (contract 2.4). */
export function capOf(firstIssuedAt: Date): Date {
  return new Date(firstIssuedAt.getTime() + CONSENT_DAYS * DAY_MS);
}

/** What an operator should look at, in sentences; nothing: all is well. */
export function troublesOf(record: ConnectionRecord): string[] {
  const found = [
    describeDeadLetters(record),
    describeErasure(record),
    ...(isLive(record.state) ? describeLive(record) : []),
  ];
  return found.filter((sentence) => typeof sentence === "string");
}

function describeLive(record: ConnectionRecord): (string | false | null)[] {
  return [
    record.away_since &&
      record.now.getTime() - record.away_since.getTime() > AWAY_AFTER_MS &&
      "Revento does not answer its calls.",
    record.paused_at && "An operator has paused it: nothing is read, and deliveries wait.",
    record.refresh_failed_at &&
      `Its token could not be refreshed: ${explainRefresh(record.refresh_failure)}.`,
    record.run_state === "failed"
      ? `The last ${nameOf(record.run_kind)} failed: ${record.run_error ?? "the reason is unknown"}.`
      : null,
    describeDoubt(record),
    describeSilence(record),
    describeConsent(record),
  ];
}

/** The words of a failed refresh are Revento's codes, or ours. */
function explainRefresh(failure: string | null): string {
  return failure?.replaceAll("_", " ") ?? "the reason is unknown";
}

function nameOf(kind: string | null): string {
  return kind === "sync" ? "first sync" : "reconcile";
}

function describeDeadLetters({ dead }: ConnectionRecord): string | null {
  if (dead === 0) return null;
  return dead === 1
    ? "One delivery is among the dead letters."
    : `${dead} deliveries are among the dead letters.`;
}

const DOUBTS: Record<string, string> = {
  incomplete_list: "a list ended although Revento says that there is more",
  unreadable_rows: "a list has rows without an id that Foyer can read",
  too_many_missing: "more rows are missing than is plausible",
  fewer_than_counted: "Revento counts more people than it lists",
};

/** A reading that is not trusted removes nothing. */
function describeDoubt({
  run_doubt: doubt,
  run_missing: missing,
}: ConnectionRecord): string | null {
  if (!doubt) return null;
  const kept = missing
    ? ` ${count(missing, "row")} that it lacked ${missing === 1 ? "is" : "are"} kept.`
    : "";
  return `The last full read is doubtful: ${DOUBTS[doubt] ?? doubt}.${kept}`;
}

function describeSilence(record: ConnectionRecord): string | null {
  if (record.paused_at) return null;
  const heard = Math.max(
    record.connected_at.getTime(),
    record.last_delivery_at?.getTime() ?? 0,
    record.run_finished_at?.getTime() ?? 0,
    record.run_progress_at?.getTime() ?? 0,
  );
  const silentMs = record.now.getTime() - heard;
  if (silentMs < SILENT_AFTER_MS) return null;
  return `No delivery came and nothing was read for ${count(Math.floor(silentMs / HOUR_MS), "hour")}.`;
}

function describeConsent({ first_issued_at: issued, now }: ConnectionRecord): string | null {
  const leftMs = issued ? capOf(issued).getTime() - now.getTime() : Number.POSITIVE_INFINITY;
  if (leftMs > WARN_OF_CONSENT_MS) return null;
  if (leftMs <= 0) return "The consent of a year is over.";
  return `The consent of a year ends in ${count(Math.ceil(leftMs / DAY_MS), "day")}.`;
}

function describeErasure({ erasure_due_at: due, now }: ConnectionRecord): string | null {
  const leftMs = due ? due.getTime() - now.getTime() : Number.POSITIVE_INFINITY;
  if (leftMs > DEADLINE_IS_NEAR_MS) return null;
  if (leftMs <= 0) return "The deadline of its erasure has passed.";
  return `The deadline of its erasure is in ${count(Math.ceil(leftMs / HOUR_MS), "hour")}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
