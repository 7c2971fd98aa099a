import {
  CircleCheck,
  CircleDashed,
  CircleEqual,
  CircleHelp,
  Clock,
  Ghost,
  History,
  Skull,
  TriangleAlert,
  Unplug,
} from "lucide-react";
import { inWords, type WordLook } from "./state-words";

const STATES: Record<string, WordLook> = {
  pending: { word: "Waiting", tone: "warn", icon: Clock },
  processed: { word: "Processed", tone: "good", icon: CircleCheck },
  dead: { word: "Dead letter", tone: "bad", icon: Skull },
};

const OUTCOMES: Record<string, string> = {
  applied: "Applied",
  unchanged: "Nothing new",
  older: "Older than the mirror",
  no_connection: "No connection",
  before_sync: "Before the full read",
  unknown_type: "Unknown type, kept",
  in_doubt: "Revento was asked",
};

const VERDICTS: Record<string, WordLook> = {
  applies: { word: "Applies", tone: "good", icon: CircleCheck },
  unchanged: { word: "Changes nothing", tone: "muted", icon: CircleEqual },
  older: { word: "Older than the mirror", tone: "muted", icon: History },
  event_gone: { word: "Event gone", tone: "muted", icon: Ghost },
  ends_connection: { word: "Ends the connection", tone: "bad", icon: Unplug },
  unknown_type: { word: "Unknown type", tone: "info", icon: CircleHelp },
  before_sync: { word: "Before the full read", tone: "muted", icon: History },
  in_doubt: { word: "Asks Revento", tone: "info", icon: CircleHelp },
  busy: { word: "Busy, look again", tone: "warn", icon: Clock },
  fails: { word: "Fails again", tone: "bad", icon: TriangleAlert },
  no_payload: { word: "Body not kept", tone: "muted", icon: CircleDashed },
};

export const DELIVERY_STATES = ["pending", "dead", "processed"];
export const DELIVERY_OUTCOMES = Object.keys(OUTCOMES);
/** What operators look at first stands first. */
export const VERDICT_ORDER = Object.keys(VERDICTS);

export function deliveryLook(state: string): WordLook {
  return STATES[state] ?? { word: inWords(state), tone: "muted", icon: CircleHelp };
}

export function outcomeWord(outcome: string | null): string {
  return outcome === null ? "None yet" : (OUTCOMES[outcome] ?? inWords(outcome));
}

export function verdictLook(verdict: string): WordLook {
  return VERDICTS[verdict] ?? { word: inWords(verdict), tone: "muted", icon: CircleHelp };
}
