import { expect, test } from "vitest";
import { type LiveCode, liveStatusOf, type ReventoLine } from "./live-status";
import type { LineState } from "./stream-message";

const AT = "2026-11-29T10:00:00.000Z";
const ALIVE = "2026-11-29T11:00:00.000Z";
const SINCE = "2026-11-29T09:00:00.000Z";
const AWAY = "2026-11-29T10:30:00.000Z";
const aliveAt = Date.parse(ALIVE);

const fine: ReventoLine = {
  state: "active",
  since: SINCE,
  isPaused: false,
  heardAt: AT,
  awaySince: null,
};

type Case = [LineState, Partial<ReventoLine>, LiveCode, string | null];

test.each<Case>([
  ["live", {}, "live", AT],
  ["live", { heardAt: null }, "live", null],
  ["live", { state: "preparing" }, "live", AT],
  ["polling", {}, "polling", AT],
  ["connecting", {}, "connecting", AT],
  ["reconnecting", {}, "reconnecting", ALIVE],
  ["refused", {}, "reconnecting", ALIVE],
  ["live", { awaySince: AWAY }, "revento_unavailable", AWAY],
  ["live", { isPaused: true, awaySince: AWAY }, "paused", AT],
  ["live", { state: "suspended", awaySince: AWAY }, "suspended", SINCE],
  ["live", { state: "revoked" }, "not_connected", SINCE],
  ["polling", { state: "needs_reconnect" }, "not_connected", SINCE],
  ["live", { state: "erasing" }, "not_connected", SINCE],
  ["reconnecting", { state: "suspended" }, "reconnecting", ALIVE],
])("a line that is %s, to a connection of %j, is %s", (state, more, code, asOf) => {
  expect(liveStatusOf({ state, aliveAt }, null, { ...fine, ...more })).toEqual({ code, asOf });
});

test("a browser in no network knows nothing newer than when it left it", () => {
  const status = liveStatusOf({ state: "live", aliveAt }, Date.parse(AT), fine);
  expect(status).toEqual({ code: "offline", asOf: AT });
});
