import { CircleCheck, Clock, Eraser, TriangleAlert, Undo2 } from "lucide-react";
import type { WordLook } from "@/components/console/words/state-words";
import type { ErasureView } from "@/lib/erasures/erasure-view";

export const SCOPES: Record<ErasureView["scope"], string> = {
  all: "Everything of the event",
  mirror: "What was read from Revento; the team's own stays",
};

export const RULES: Record<ErasureView["rule"], string> = {
  required: "Revento's rules ask for it",
  ended: "deleted unless the event is connected again",
};

/** Who began it before its day. */
export const BEGUN_BY: Record<string, string> = {
  operator: ", begun by an operator",
  organizer: ", begun by an owner of the event",
};

const LOOKS: Record<ErasureView["state"], WordLook> = {
  open: { word: "Planned", tone: "warn", icon: Clock },
  running: { word: "Erasing", tone: "special", icon: Eraser },
  completed: { word: "Erased", tone: "good", icon: CircleCheck },
  withdrawn: { word: "Withdrawn", tone: "muted", icon: Undo2 },
};

/** How an erasure stands; one that missed its deadline says so. */
export function erasureLook({ state, dueAt, finishedAt }: ErasureView): WordLook {
  const isUnderWay = state === "open" || state === "running";
  if (isUnderWay && !finishedAt && Date.parse(dueAt) <= Date.now()) {
    return { word: "Deadline missed", tone: "bad", icon: TriangleAlert };
  }
  return LOOKS[state];
}
