/** What a member is in one event. What they may do is in `permissions-view.ts`. */
export type Role = "owner" | "manager" | "reviewer" | "check_in" | "viewer";
