import type { ErasureAlarm } from "@/lib/erasures/erasure-alarms";
import type { HealthLevel, HealthReason } from "./health-view";
import type { LifecycleFigures } from "./read-lifecycle-figures";
import type { Oddity } from "./read-oddities";
import type { Refusals } from "./read-refusals";

export type HealthFindings = {
  alarms: readonly ErasureAlarm[];
  suspendedSince: Date | null;
  liveWorkers: number;
  deliveries: { waiting: number; dead: number; unknownTypes: number };
  oldestWaitingAt: Date | null;
  /** By how many the inbox has grown in ten minutes. */
  backlogGrowth: number;
  refusals: Pick<Refusals, "recent" | "lastAt" | "onlySince">;
  lifecycle: LifecycleFigures;
  /** Connections that go on, but not well. */
  troubled: number;
  oddities: readonly Oddity[];
  /** Why Revento's list of installations could not be read, the last time. */
  checkFailure: string | null;
};

/** A worker looks every second, and says so every five. */
const INBOX_IS_LATE_MS = 60_000;
const INBOX_IS_STUCK_MS = 15 * 60_000;
const BACKLOG_GROWS = 500;
const REFUSED_ONLY_MS = 10 * 60_000;
/** So many ends within ten minutes are no accident. */
const AT_ONCE = 3;
const MOST_EXAMPLES = 5;

const ORDER: Record<HealthLevel, number> = { red: 0, yellow: 1, info: 2 };

/** What wants somebody, the most urgent first; nothing but `info`: all is well. */
export function judgeHealth(findings: HealthFindings, now = new Date()): HealthReason[] {
  const { alarms, suspendedSince, liveWorkers, deliveries, lifecycle, refusals } = findings;
  const reasons = [
    ...alarms.map(({ level, code, eventId, dueAt }) =>
      reason(level, code, 1, { eventId, since: dueAt }),
    ),
    suspendedSince && reason("red", "suspended", 1, { since: suspendedSince.toISOString() }),
    liveWorkers === 0 && reason("red", "no_worker", 1),
    judgeInbox(findings.oldestWaitingAt, now),
    findings.backlogGrowth >= BACKLOG_GROWS &&
      reason("yellow", "backlog_grows", findings.backlogGrowth),
    judgeRefusals(refusals),
    some("yellow", "dead_letters", deliveries.dead),
    some("yellow", "to_be_reconnected", lifecycle.toBeReconnected),
    lifecycle.endedAtOnce >= AT_ONCE
      ? reason("red", "ended_at_once", lifecycle.endedAtOnce)
      : some("yellow", "ended_lately", lifecycle.endedLately),
    lifecycle.away > 0 &&
      reason("yellow", "revento_unavailable", lifecycle.away, {
        since: lifecycle.awaySince?.toISOString() ?? null,
      }),
    some("yellow", "connections_in_trouble", findings.troubled),
    some("yellow", "unknown_types", deliveries.unknownTypes),
    judgeOddities(findings.oddities, "odd_field", "odd_fields"),
    judgeOddities(findings.oddities, "unreadable_row", "unreadable_rows"),
    judgeOddities(findings.oddities, "new_word", "new_words"),
    findings.checkFailure !== null && reason("yellow", "list_unreadable", 1),
    some("info", "events_unpublished", lifecycle.unpublished),
  ];
  return reasons
    .filter((one): one is HealthReason => one !== null && one !== false)
    .sort((a, b) => ORDER[a.level] - ORDER[b.level]);
}

/** How all is, from what was found. */
export function levelOf(reasons: readonly HealthReason[]): "green" | "yellow" | "red" {
  if (reasons.some(({ level }) => level === "red")) return "red";
  return reasons.some(({ level }) => level === "yellow") ? "yellow" : "green";
}

function reason(
  level: HealthLevel,
  code: HealthReason["code"],
  count: number,
  more: Partial<HealthReason> = {},
): HealthReason {
  return { level, code, count, since: null, eventId: null, examples: [], ...more };
}

function some(level: HealthLevel, code: HealthReason["code"], count: number): HealthReason | null {
  return count > 0 ? reason(level, code, count) : null;
}

function judgeInbox(oldestWaitingAt: Date | null, now: Date): HealthReason | null {
  const waitedMs = oldestWaitingAt ? now.getTime() - oldestWaitingAt.getTime() : 0;
  if (waitedMs < INBOX_IS_LATE_MS) return null;
  const level = waitedMs < INBOX_IS_STUCK_MS ? "yellow" : "red";
  const since = oldestWaitingAt?.toISOString() ?? null;
  return reason(level, "inbox_waits", Math.floor(waitedMs / 60_000), { since });
}

function judgeRefusals({
  recent,
  onlySince,
  lastAt,
}: HealthFindings["refusals"]): HealthReason | null {
  if (recent === 0) return null;
  // Anybody can be refused once: it takes refusals over so long.
  const refusedMs = onlySince && lastAt ? Date.parse(lastAt) - onlySince.getTime() : 0;
  if (onlySince && refusedMs >= REFUSED_ONLY_MS) {
    return reason("red", "refused_only", recent, { since: onlySince.toISOString() });
  }
  return reason("yellow", "refused_deliveries", recent, { since: lastAt });
}

/** One reason, however many rows of however many events are like that. */
function judgeOddities(
  oddities: readonly Oddity[],
  kind: Oddity["kind"],
  code: HealthReason["code"],
): HealthReason | null {
  const found = oddities.filter((one) => one.kind === kind);
  if (found.length === 0) return null;
  const examples = found
    .slice(0, MOST_EXAMPLES)
    .map(({ what, rows, events }) => ({ what, rows, events }));
  return reason("yellow", code, found.length, { examples });
}
