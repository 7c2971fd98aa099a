import { ROLES, type Role } from "./role-view";

const TEAM = ["owner", "manager", "reviewer", "viewer"] as const;

/** What each role may do in its event: a row for each permission, the roles that have it. */
const ROLES_OF = {
  /** The page of the door, and nothing else. */
  "door.open": ["owner", "manager", "door"],
  /** The overview, how far a sync is, the stream of changes. */
  "event.read": TEAM,
  /** Who did what with the connection. */
  "audit.read": TEAM,
  /** What an erasure would delete. */
  "erasure.preview": TEAM,
  /** To have everything deleted before its day, once the connection has ended. */
  "erasure.begin": ["owner"],
  "insights.read": TEAM,
  /** The lists, the panel, answers, facets. */
  "people.read": TEAM,
  "people.export": TEAM,
  /** What those who review are called. */
  "reviewers.name": ["owner", "manager"],
  /** What the team writes about applications, for each other. */
  "notes.read": ["owner", "manager", "reviewer"],
  "notes.write": ["owner", "manager", "reviewer"],
  /** To delete another's note. */
  "notes.moderate": ["owner", "manager"],
  /** What the team gave applications, their labels, who is to review what. */
  "reviews.read": ["owner", "manager", "reviewer"],
  /** To rate, to label, to be handed the next one. */
  "reviews.write": ["owner", "manager", "reviewer"],
  /** To see what others gave before one has given one's own, and how far everybody is. */
  "reviews.oversee": ["owner", "manager"],
  /** Criteria, blind reviewing, assignments. */
  "reviews.manage": ["owner", "manager"],
  "program.read": TEAM,
  /** One's own views and columns. */
  "views.write": TEAM,
  /** The team's views. */
  "views.share": ["owner", "manager"],
  /** One's own seat: to leave it, and to use it on another device. */
  "seat.use": ROLES,
  /** Who is in the team. */
  "members.read": TEAM,
  /** Invitations, roles, seats. */
  "members.manage": ["owner"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof ROLES_OF;

export const PERMISSIONS = Object.keys(ROLES_OF) as Permission[];

/** Whether a role has a permission. */
export function may(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = ROLES_OF[permission];
  return roles.includes(role);
}
