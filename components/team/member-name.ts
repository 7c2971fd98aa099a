import type { MemberView } from "@/lib/members/team-view";

/** Whoever connected the event is nobody by name until they say so. */
export function memberName({ name, role, isSelf }: MemberView): string {
  if (name !== null) return name;
  if (isSelf) return "You";
  return role === "owner" ? "Owner without a name" : "Without a name";
}
