import { CircleCheck, OctagonX, TriangleAlert } from "lucide-react";
import type { WordLook } from "@/components/console/words/state-words";
import type { ConsoleOverviewView } from "@/lib/console/console-overview-view";

/** How everything is, in one word. */
export const HEALTH_LOOKS: Record<ConsoleOverviewView["health"], WordLook> = {
  green: { word: "All is well", tone: "good", icon: CircleCheck },
  yellow: { word: "Look at this", tone: "warn", icon: TriangleAlert },
  red: { word: "Act now", tone: "bad", icon: OctagonX },
};
