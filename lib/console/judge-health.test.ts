import { expect, test } from "vitest";
import { type HealthFindings, judgeHealth, levelOf } from "./judge-health";

const NOW = new Date("2026-11-29T12:00:00Z");
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

const WELL: HealthFindings = {
  alarms: [],
  suspendedSince: null,
  liveWorkers: 1,
  deliveries: { waiting: 0, dead: 0, unknownTypes: 0 },
  oldestWaitingAt: null,
  backlogGrowth: 0,
  refusals: { recent: 0, lastAt: null, onlySince: null },
  lifecycle: {
    toBeReconnected: 0,
    endedLately: 0,
    endedAtOnce: 0,
    unpublished: 0,
    away: 0,
    awaySince: null,
  },
  troubled: 0,
  oddities: [],
  checkFailure: null,
};
const lifecycle = (more: Partial<HealthFindings["lifecycle"]>) => ({
  lifecycle: { ...WELL.lifecycle, ...more },
});
const deliveries = (more: Partial<HealthFindings["deliveries"]>) => ({
  deliveries: { ...WELL.deliveries, ...more },
});
const refusals = (minutes: number | null, lastMinutes = 0) => ({
  refusals: {
    recent: 4,
    lastAt: ago(lastMinutes).toISOString(),
    onlySince: minutes === null ? null : ago(minutes),
  },
});
const odd = (kind: "odd_field" | "unreadable_row" | "new_word") => ({
  oddities: [{ kind, what: "participants", rows: 3, events: 1 }],
});
const alarm = (level: "yellow" | "red", code: "erasure_deadline" | "erasure_late") => ({
  alarms: [{ level, code, eventId: "evt_a", dueAt: NOW.toISOString() }],
});

type Case = [string, Partial<HealthFindings>, string[], string];

test.each<Case>([
  ["nothing", {}, [], "green"],
  ["a suspension", { suspendedSince: ago(5) }, ["red suspended"], "red"],
  ["no worker", { liveWorkers: 0 }, ["red no_worker"], "red"],
  ["a deadline", alarm("red", "erasure_deadline"), ["red erasure_deadline"], "red"],
  ["a late erasure", alarm("yellow", "erasure_late"), ["yellow erasure_late"], "yellow"],
  ["a moment's wait", { oldestWaitingAt: ago(0.5) }, [], "green"],
  ["a wait", { oldestWaitingAt: ago(3) }, ["yellow inbox_waits"], "yellow"],
  ["a long wait", { oldestWaitingAt: ago(20) }, ["red inbox_waits"], "red"],
  ["a burst", { backlogGrowth: 499 }, [], "green"],
  ["a backlog", { backlogGrowth: 500 }, ["yellow backlog_grows"], "yellow"],
  ["dead letters", deliveries({ dead: 2 }), ["yellow dead_letters"], "yellow"],
  ["unknown types", deliveries({ unknownTypes: 1 }), ["yellow unknown_types"], "yellow"],
  ["refusals among others", refusals(null), ["yellow refused_deliveries"], "yellow"],
  ["refusals for nine minutes", refusals(9), ["yellow refused_deliveries"], "yellow"],
  ["nothing but refusals", refusals(10), ["red refused_only"], "red"],
  ["one stray refusal long ago", refusals(40, 40), ["yellow refused_deliveries"], "yellow"],
  ["one to reconnect", lifecycle({ toBeReconnected: 1 }), ["yellow to_be_reconnected"], "yellow"],
  [
    "one that ended",
    lifecycle({ endedLately: 1, endedAtOnce: 1 }),
    ["yellow ended_lately"],
    "yellow",
  ],
  [
    "two at once of many",
    lifecycle({ endedLately: 9, endedAtOnce: 2 }),
    ["yellow ended_lately"],
    "yellow",
  ],
  ["three at once", lifecycle({ endedLately: 3, endedAtOnce: 3 }), ["red ended_at_once"], "red"],
  [
    "Revento away",
    lifecycle({ away: 2, awaySince: ago(4) }),
    ["yellow revento_unavailable"],
    "yellow",
  ],
  ["unpublished events", lifecycle({ unpublished: 2 }), ["info events_unpublished"], "green"],
  ["trouble", { troubled: 1 }, ["yellow connections_in_trouble"], "yellow"],
  ["odd fields", odd("odd_field"), ["yellow odd_fields"], "yellow"],
  ["unreadable rows", odd("unreadable_row"), ["yellow unreadable_rows"], "yellow"],
  ["new words", odd("new_word"), ["yellow new_words"], "yellow"],
  ["no list", { checkFailure: "timeout" }, ["yellow list_unreadable"], "yellow"],
])("%s", (_, more, said, level) => {
  const reasons = judgeHealth({ ...WELL, ...more }, NOW);
  expect(reasons.map((one) => `${one.level} ${one.code}`)).toEqual(said);
  expect(levelOf(reasons)).toBe(level);
});

test("the most urgent comes first, and what is only worth knowing last", () => {
  const all = { ...lifecycle({ unpublished: 1, toBeReconnected: 1 }), suspendedSince: ago(1) };
  expect(judgeHealth({ ...WELL, ...all }, NOW).map(({ level }) => level)).toEqual([
    "red",
    "yellow",
    "info",
  ]);
});
