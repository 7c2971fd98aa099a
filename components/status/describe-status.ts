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
  pending: look("Pending", Clock, "bg-pending-tint text-pending", "bg-pending-mark"),
  approved: look("Approved", CircleCheck, "bg-approved-tint text-approved", "bg-approved-mark"),
  rejected: look("Rejected", CircleX, "bg-rejected-tint text-rejected", "bg-rejected-mark"),
  revision_requested: look(
    "Revision requested",
    MessageCircleWarning,
    "bg-revision-tint text-revision",
    "bg-revision-mark",
  ),
  cancelled: look("Cancelled", Ban, "bg-cancelled-tint text-cancelled", "bg-cancelled-mark"),
  none: look("No application", UserRound, "bg-unasked-tint text-unasked", "bg-unasked-mark"),
};

/** The statuses that Revento names, in the order an application goes through them. */
export const APPLICATION_STATUSES = [
  "pending",
  "approved",
  "revision_requested",
  "rejected",
  "cancelled",
] as const;

function look(word: string, icon: LucideIcon, badge: string, mark: string): StatusLook {
  return { word, icon, badge, mark };
}

/** How a status looks; a word that Revento has added since is shown as it is. `null` is: none. */
export function describeStatus(status: string | null): StatusLook {
  const key = status ?? "none";
  const known = Object.hasOwn(LOOKS, key) ? LOOKS[key] : undefined;
  if (known) return known;
  const words = (status ?? "").replaceAll("_", " ");
  const word = words.charAt(0).toUpperCase() + words.slice(1);
  return {
    ...look(word, CircleDashed, "bg-unasked-tint text-unasked", "bg-unasked-mark"),
    isNew: true,
  };
}

/** The statuses of some counts: the known ones in their order, then whatever else there is. */
export function orderStatuses(counts: Record<string, number>, always: readonly string[]): string[] {
  const others = Object.keys(counts).filter((status) => !always.includes(status));
  return [...always, ...others.sort()];
}
