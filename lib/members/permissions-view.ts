import type { Role } from "./role-view";

const EVERYBODY = ["owner", "manager", "reviewer", "check_in", "viewer"] as const;

/** What each role may do in its event: a row for each permission, the roles that have it. */
const ROLES_OF = {
  /** The overview, how far a sync is, the stream of changes. */
  "event.read": EVERYBODY,
  /** Who did what with the connection. */
  "audit.read": EVERYBODY,
  /** What an erasure would delete. */
  "erasure.preview": EVERYBODY,
  /** To have everything deleted before its day, once the connection has ended. */
  "erasure.begin": ["owner"],
  "insights.read": EVERYBODY,
  /** The lists, the panel, answers, facets. */
  "people.read": EVERYBODY,
  "people.export": EVERYBODY,
  /** What those who review are called. */
  "reviewers.name": ["owner", "manager"],
  "program.read": EVERYBODY,
  /** One's own views and columns. */
  "views.write": EVERYBODY,
  /** The team's views. */
  "views.share": ["owner", "manager"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof ROLES_OF;

/** Whether a role has a permission. */
export function may(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = ROLES_OF[permission];
  return roles.includes(role);
}
