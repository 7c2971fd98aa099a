import {
  CircleCheck,
  CirclePause,
  Eraser,
  type LucideIcon,
  OctagonX,
  RefreshCw,
  TriangleAlert,
  Unplug,
} from "lucide-react";
import type { Tone } from "@/components/ui/badge";

export type WordLook = { word: string; tone: Tone; icon: LucideIcon };

const STATES: Record<string, WordLook> = {
  active: { word: "Active", tone: "good", icon: CircleCheck },
  preparing: { word: "Preparing", tone: "info", icon: RefreshCw },
  needs_reconnect: { word: "Needs reconnect", tone: "warn", icon: Unplug },
  suspended: { word: "Suspended", tone: "bad", icon: OctagonX },
  revoked: { word: "Revoked", tone: "bad", icon: Unplug },
  erasing: { word: "Erasing", tone: "special", icon: Eraser },
};

const HEALTHS: Record<string, WordLook> = {
  good: { word: "Good", tone: "good", icon: CircleCheck },
  trouble: { word: "Trouble", tone: "warn", icon: TriangleAlert },
  ended: { word: "Ended", tone: "muted", icon: CirclePause },
};

/** The states in the order in which a connection goes through them. */
export const CONNECTION_STATES = Object.keys(STATES);
export const HEALTH_WORDS = Object.keys(HEALTHS);

export function stateLook(state: string): WordLook {
  return STATES[state] ?? { word: inWords(state), tone: "muted", icon: CirclePause };
}

export function healthLook(health: string): WordLook {
  return HEALTHS[health] ?? { word: inWords(health), tone: "muted", icon: CirclePause };
}

const CAUSES: Record<string, string> = {
  connected: "Connected",
  reconnected: "Connected again",
  outcome_unknown: "A refresh whose answer was lost twice",
  invalid_token: "Token unknown to Revento",
  event_not_authorized: "Token no longer for this event",
  invalid_grant: "Refresh refused",
  consent_expired: "Consent of a year is over",
  token_revoked: "Token revoked",
  "integration.suspended": "Revento suspended Foyer",
  not_listed: "Missing in Revento's list",
  ended_by_operator: "Ended by an operator",
  "data.deletion_required": "Revento asked for deletion",
};

/** Why a connection stands as it stands. */
export function causeWords(cause: string): string {
  return CAUSES[cause] ?? inWords(cause);
}

/** A word of a machine as a person reads it. */
export function inWords(word: string): string {
  const words = word.replaceAll(/[_.]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
