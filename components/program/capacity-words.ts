import type { ActivityView } from "@/lib/program/program-view";

export type CapacityLook = { word: string; badge: string; bar: string };

const LOOKS: Record<string, CapacityLook> = {
  open: { word: "Open", badge: "text-approved", bar: "bg-approved-mark" },
  almost_full: { word: "Almost full", badge: "text-pending", bar: "bg-pending-mark" },
  full: { word: "Full", badge: "text-rejected", bar: "bg-rejected-mark" },
};

/** How Revento's word for the room that is left looks; a newer word is shown as it is. */
export function describeCapacity(state: string | null): CapacityLook | null {
  if (state === null) return null;
  const known = Object.hasOwn(LOOKS, state) ? LOOKS[state] : undefined;
  if (known) return known;
  const words = state.replaceAll("_", " ");
  const word = words.charAt(0).toUpperCase() + words.slice(1);
  return { word, badge: "text-unasked", bar: "bg-unasked-mark" };
}

/** "48 of 60 signed up"; without a capacity "48 signed up"; nothing where Revento counts nothing. */
export function signUpNumbers({
  capacity,
  signedUpCount,
}: Pick<ActivityView, "capacity" | "signedUpCount">): string | null {
  if (signedUpCount === null) return capacity === null ? null : `${shown(capacity)} places`;
  const signedUp = shown(signedUpCount);
  return capacity === null
    ? `${signedUp} signed up`
    : `${signedUp} of ${shown(capacity)} signed up`;
}

function shown(count: number): string {
  return count.toLocaleString("en-GB");
}
