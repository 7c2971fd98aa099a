import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleX,
  Clock,
  type LucideIcon,
  MessageCircleWarning,
  UserRound,
} from "lucide-react";

import { statusWord } from "@/lib/participants/status-words-view";

/** A status is told three times: by its word, its icon and its colour. */
export type StatusLook = {
  word: string;
  icon: LucideIcon;
  badge: string;
  mark: string;
  /** Revento has added it since Foyer was written. */
  isNew?: true;
};

const LOOKS: Record<string, StatusLook> = {
  pending: look("pending", Clock, "bg-pending-tint text-pending", "bg-pending-mark"),
  approved: look("approved", CircleCheck, "bg-approved-tint text-approved", "bg-approved-mark"),
  rejected: look("rejected", CircleX, "bg-rejected-tint text-rejected", "bg-rejected-mark"),
  revision_requested: look(
    "revision_requested",
    MessageCircleWarning,
    "bg-revision-tint text-revision",
    "bg-revision-mark",
  ),
  cancelled: look("cancelled", Ban, "bg-cancelled-tint text-cancelled", "bg-cancelled-mark"),
  none: look(null, UserRound, "bg-unasked-tint text-unasked", "bg-unasked-mark"),
};

/** The statuses that Revento names, in the order an application goes through them. */
export const APPLICATION_STATUSES = [
  "pending",
  "approved",
  "revision_requested",
  "rejected",
  "cancelled",
] as const;

function look(status: string | null, icon: LucideIcon, badge: string, mark: string): StatusLook {
  return { word: status === null ? "No application" : statusWord(status), icon, badge, mark };
}

/** How a status looks; a word that Revento has added since is shown as it is. `null` is: none. */
export function describeStatus(status: string | null): StatusLook {
  const key = status ?? "none";
  const known = Object.hasOwn(LOOKS, key) ? LOOKS[key] : undefined;
  if (known) return known;
  return {
    ...look(key, CircleDashed, "bg-unasked-tint text-unasked", "bg-unasked-mark"),
    isNew: true,
  };
}

/** The statuses of some counts: the known ones in their order, then whatever else there is. */
export function orderStatuses(counts: Record<string, number>, always: readonly string[]): string[] {
  const others = Object.keys(counts).filter((status) => !always.includes(status));
  return [...always, ...others.sort()];
}
