import type { Role } from "@/lib/members/role-view";

/** What a role is called, and what it may do, in a sentence's second half. */
export const ROLE_WORDS: Record<Role, { word: string; may: string }> = {
  owner: { word: "Owner", may: "everything, the team and the end of the connection included." },
  manager: { word: "Manager", may: "everything but the team and the end of the connection." },
  reviewer: { word: "Reviewer", may: "you read applications and form an opinion." },
  door: { word: "Door", may: "you let people in at the event." },
  viewer: { word: "Viewer", may: "you look, and change nothing." },
};
