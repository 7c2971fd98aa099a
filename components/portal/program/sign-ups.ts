import type { ActivityView } from "@/lib/program/program-view";

/** How full an activity is, in a few words; nothing where Revento counts nothing. */
export function signUpWords({
  capacity,
  signedUpCount,
  waitlistCount,
}: ActivityView): string | null {
  if (capacity === null) return signedUpCount ? `${shown(signedUpCount)} signed up` : null;
  if (signedUpCount === null) return `${shown(capacity)} places`;
  if (signedUpCount < capacity)
    return `${shown(capacity - signedUpCount)} of ${shown(capacity)} places free`;
  return waitlistCount ? `Full, ${shown(waitlistCount)} waiting` : "Full";
}

function shown(count: number): string {
  return count.toLocaleString("en-GB");
}
