import type { LineStatus } from "./stream-message";

/**
 * Whether what a page shows is true now: `live`, `polling`, `crowded` and `checked`, it is; `reconnecting`, `offline` and `signed_out`,
 * the line to Foyer is broken; `revento_unavailable`, `paused`, `suspended` and `not_connected`, that from Foyer to Revento.
 */
export type LiveCode =
  | "connecting"
  | "live"
  | "polling"
  | "crowded"
  | "checked"
  | "reconnecting"
  | "offline"
  | "signed_out"
  | "revento_unavailable"
  | "paused"
  | "suspended"
  | "not_connected";

/** `asOf`: what is shown is as old as that, ISO 8601; null where nobody knows. */
export type LiveStatus = { code: LiveCode; asOf: string | null };

/** What a page knows of the line from Foyer to Revento. */
export type ReventoLine = {
  /** Of the connection; what is none of its living states is an end. */
  state: string;
  since: string | null;
  isPaused: boolean;
  heardAt: string | null;
  awaySince: string | null;
};

const LIVING = new Set(["active", "preparing"]);

/** How true what is shown is: the nearer line first, since news of the farther one comes over it. */
export function liveStatusOf(
  { state, aliveAt }: LineStatus,
  offlineSince: number | null,
  revento: ReventoLine | null,
): LiveStatus {
  if (offlineSince !== null) return { code: "offline", asOf: isoOf(offlineSince) };
  if (state === "connecting") return { code: "connecting", asOf: revento?.heardAt ?? null };
  if (state === "reconnecting" || state === "refused") {
    return { code: "reconnecting", asOf: isoOf(aliveAt) };
  }
  if (!revento) return { code: state, asOf: null };
  const { heardAt, since, awaySince } = revento;
  if (!LIVING.has(revento.state)) {
    const code = revento.state === "suspended" ? "suspended" : "not_connected";
    return { code, asOf: since };
  }
  if (revento.isPaused) return { code: "paused", asOf: heardAt };
  if (awaySince) return { code: "revento_unavailable", asOf: awaySince };
  return { code: state, asOf: heardAt };
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
