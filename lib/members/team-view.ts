import type { Role } from "./role-view";
import type { SightLevel } from "./sight-view";

/** Somebody of an event's team. `lastSeenAt` (ISO 8601) to the hour; null where no browser has the seat any more. */
export type MemberView = {
  id: string;
  /** Null for whoever connected the event and was never named. */
  name: string | null;
  role: Role;
  lastSeenAt: string | null;
  isSelf: boolean;
};

/** A seat that was offered and not taken yet. */
export type InvitationView = {
  id: string;
  name: string;
  role: Role;
  email: string | null;
  expiresAt: string;
};

/** `levels`: how much of people each role sees. */
export type TeamView = {
  members: MemberView[];
  invitations: InvitationView[];
  levels: Record<Role, SightLevel>;
};

/** A link that works once. It is told this one time: what is kept of it is a hash. */
export type SeatLinkView = { id: string; url: string; expiresAt: string };
