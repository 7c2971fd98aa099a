import type { Permission } from "@/lib/members/permissions-view";

/** What each permission lets somebody do. */
export const PERMISSION_WORDS: Record<Permission, string> = {
  "door.open": "Open the page of the door",
  "event.read": "See the overview",
  "audit.read": "See what happened to the connection",
  "erasure.preview": "See what a deletion would take",
  "erasure.begin": "Have data deleted before its day",
  "insights.read": "See the charts",
  "people.read": "Read applications and participants",
  "people.export": "Export lists, copy e-mail addresses",
  "reviewers.name": "Name those who decide in Revento",
  "notes.read": "Read the team's notes",
  "notes.write": "Write notes",
  "notes.moderate": "Delete others' notes",
  "reviews.read": "See ratings, labels, assignments",
  "reviews.write": "Rate and label applications",
  "reviews.oversee": "See others' ratings before one's own",
  "reviews.manage": "Set criteria, assign reviewers",
  "program.read": "See the program",
  "views.write": "Save views of one's own",
  "views.share": "Change the team's views",
  "seat.use": "Use the seat on another device, leave",
  "members.read": "See the team",
  "members.manage": "Invite, change roles, remove",
};
