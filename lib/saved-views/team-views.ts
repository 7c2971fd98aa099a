import { AppError } from "@/lib/errors";
import { may } from "@/lib/members/permissions-view";
import type { Role } from "@/lib/members/role-view";

/** Throws AppError `forbidden` for whoever may not change the team's views. One's own are everybody's to change. */
export function requireTeamViews(role: Role): void {
  if (may(role, "views.share")) return;
  throw new AppError("forbidden", "Only owners and managers change the team's views.");
}
