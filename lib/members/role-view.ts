/** What a member is in one event. What they may do is in `permissions-view.ts`. */
export const ROLES = ["owner", "manager", "reviewer", "door", "viewer"] as const;
export type Role = (typeof ROLES)[number];
