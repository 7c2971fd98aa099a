import { AppError } from "@/lib/errors";
import type { Role } from "@/lib/members/actor";

/** Whether a member may make and change the team's views. One's own are everybody's to change. */
export function mayChangeTeamViews(role: Role): boolean {
  return role === "owner" || role === "manager";
}

/** Throws AppError `forbidden` for whoever may not. */
export function requireTeamViews(role: Role): void {
  if (mayChangeTeamViews(role)) return;
  throw new AppError("forbidden", "Only owners and managers change the team's views.");
}
