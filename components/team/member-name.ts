import type { MemberView } from "@/lib/members/team-view";

/** Whoever connected the event is nobody by name until they say so. */
export function memberName({ name, role }: Pick<MemberView, "name" | "role">): string {
  return name ?? (role === "owner" ? "Owner without a name" : "Without a name");
}
